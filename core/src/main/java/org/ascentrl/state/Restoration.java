package org.ascentrl.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The reader: compares what an object names with what was saved, and sets it only when all of it fits. */
final class Restoration extends ItemVisitor {

    private record Assignment(String name, Item item, Consumer<byte[]> set) {}

    private final Map<String, Item> unclaimed;
    private final List<Assignment> assignments = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    Restoration(Map<String, Item> saved) {
        unclaimed = new LinkedHashMap<>(saved);
    }

    @Override
    void item(String name, DType dtype, int[] shape, Supplier<byte[]> get, Consumer<byte[]> set) {
        Item item = unclaimed.remove(name);
        String expected = Item.describe(dtype, shape);
        if (item == null) {
            problems.add("%s: missing, expected %s".formatted(Names.quoted(name), expected));
        } else if (!item.fits(dtype, shape)) {
            problems.add("%s: found %s, expected %s".formatted(Names.quoted(name), item, expected));
        } else {
            assignments.add(new Assignment(name, item, set));
        }
    }

    void apply() {
        unclaimed.forEach((name, item) ->
                problems.add("%s: found %s, expected no such item".formatted(Names.quoted(name), item)));
        if (!problems.isEmpty()) {
            throw new StateException(
                    "The saved state does not fit; restore it into an object built with the same settings."
                            + " Nothing was changed. Problems: " + problems.size() + "\n  "
                            + String.join("\n  ", problems));
        }
        for (Assignment assignment : assignments) {
            try {
                assignment.set.accept(assignment.item.bytes());
            } catch (RuntimeException e) {
                throw new StateException(
                        "The saved values of item %s (%s) were rejected: %s. The object is partly restored; discard it."
                                .formatted(Names.quoted(assignment.name), assignment.item, e.getMessage()),
                        e);
            }
        }
    }
}
