package org.ascentrl.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The JSON header of a safetensors file: where each array lies, and the metadata.
 *
 * @param entries in the order of their places, without overlap or gap
 */
record SafeTensorsHeader(List<Entry> entries, Map<String, String> metadata) {

    private static final String METADATA = "__metadata__";
    private static final String DTYPE = "dtype";
    private static final String SHAPE = "shape";
    private static final String OFFSETS = "data_offsets";

    private static final Comparator<Entry> BY_PLACE = Comparator.comparingLong(Entry::begin)
            .thenComparingLong(Entry::end)
            .thenComparing(Entry::name, Names.BY_UTF8);

    /** The wider types first, so that each array starts at a multiple of its element's size; as the reference writes. */
    private static final Comparator<Map.Entry<String, Item>> FILE_ORDER = Comparator.comparing(
                    (Map.Entry<String, Item> item) -> item.getValue().dtype(), Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey(Names.BY_UTF8));

    /** One array: elements from byte {@code begin} to before byte {@code end} of the data after the header. */
    record Entry(String name, DType dtype, int[] shape, long begin, long end) {}

    static Map<String, Item> inFileOrder(Map<String, Item> items) {
        Map<String, Item> ordered = new LinkedHashMap<>();
        items.entrySet().stream().sorted(FILE_ORDER).forEach(item -> ordered.put(item.getKey(), item.getValue()));
        return ordered;
    }

    /** The header of {@code items} in their order, padded with spaces to a multiple of 8 bytes. */
    static byte[] render(Map<String, Item> items, Map<String, String> metadata) {
        List<String> members = new ArrayList<>();
        if (!metadata.isEmpty()) {
            members.add(member(
                    METADATA,
                    new TreeMap<>(metadata)
                            .entrySet().stream()
                                    .map(text -> member(text.getKey(), json(text.getValue())))
                                    .collect(Collectors.joining(",", "{", "}"))));
        }
        long begin = 0;
        for (Map.Entry<String, Item> named : items.entrySet()) {
            if (named.getKey().equals(METADATA)) {
                throw new IllegalArgumentException(
                        "An item cannot be written as %s: the file format reserves the name; use another."
                                .formatted(METADATA));
            }
            Item item = named.getValue();
            long end = begin + item.bytes().length;
            members.add(member(
                    named.getKey(),
                    "{" + member(DTYPE, json(item.dtype().name()))
                            + "," + member(SHAPE, Arrays.toString(item.shape()).replace(" ", ""))
                            + "," + member(OFFSETS, "[" + begin + "," + end + "]")
                            + "}"));
            begin = end;
        }
        byte[] json = ("{" + String.join(",", members) + "}").getBytes(UTF_8);
        byte[] header = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(header, json.length, header.length, (byte) ' ');
        try {
            BoundedJson.requireWithinLimits(header);
        } catch (FormatException e) {
            throw new IllegalArgumentException(
                    "A snapshot of %d items with %d metadata texts cannot be written: %s; write it in parts."
                            .formatted(items.size(), metadata.size(), e.getMessage()),
                    e);
        }
        return header;
    }

    /** @param data the number of bytes after the header, all of which the arrays must cover */
    static SafeTensorsHeader parse(byte[] header, long data) throws FormatException {
        ConfigObject root = BoundedJson.parse(header);
        Map<String, String> metadata = Map.of();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, ConfigValue> member : root.entrySet()) {
            requireUnicode(member.getKey());
            if (member.getKey().equals(METADATA)) {
                metadata = metadata(member.getValue());
            } else {
                entries.add(entry(member.getKey(), member.getValue(), data));
            }
        }
        entries.sort(BY_PLACE);
        requireContiguous(entries, data);
        return new SafeTensorsHeader(entries, metadata);
    }

    private static Map<String, String> metadata(ConfigValue value) throws FormatException {
        if (!(value instanceof ConfigObject texts)) {
            throw new FormatException("%s is %s, expected an object of strings".formatted(METADATA, shown(value)));
        }
        Map<String, String> metadata = new TreeMap<>();
        for (Map.Entry<String, ConfigValue> text : texts.entrySet()) {
            if (!(text.getValue().unwrapped() instanceof String string)) {
                throw new FormatException("%s has %s at %s, expected a string"
                        .formatted(METADATA, shown(text.getValue()), Names.quoted(text.getKey())));
            }
            requireUnicode(text.getKey());
            requireUnicode(string);
            metadata.put(text.getKey(), string);
        }
        return metadata;
    }

    private static Entry entry(String name, ConfigValue value, long data) throws FormatException {
        String array = "the array " + Names.quoted(name);
        if (name.isEmpty()) {
            throw new FormatException("an array has an empty name");
        }
        if (!(value instanceof ConfigObject fields)) {
            throw new FormatException("%s is %s, expected an object".formatted(array, shown(value)));
        }
        ConfigValue type = fields.get(DTYPE);
        ConfigValue extents = fields.get(SHAPE);
        ConfigValue place = fields.get(OFFSETS);
        if (type == null || extents == null || place == null || fields.size() != 3) {
            throw new FormatException(
                    "%s has %s, expected %s, %s and %s".formatted(array, shown(value), DTYPE, SHAPE, OFFSETS));
        }
        DType dtype = dtype(array, type);
        int[] shape = shape(array, integers(array, extents));
        List<Long> offsets = integers(array, place);
        long size = Item.elements(shape) * dtype.bytes();
        if (size > LittleEndian.MAX_BYTES) {
            throw new FormatException("%s of %s takes more than %d bytes, the most one array may have"
                    .formatted(array, Item.describe(dtype, shape), LittleEndian.MAX_BYTES));
        }
        if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
            throw new FormatException("%s has data_offsets %s, expected begin and end".formatted(array, shown(place)));
        }
        long begin = offsets.get(0);
        long end = offsets.get(1);
        if (end - begin != size) {
            throw new FormatException("%s of %s takes %d bytes, but its data_offsets [%d, %d] span %d"
                    .formatted(array, Item.describe(dtype, shape), size, begin, end, end - begin));
        }
        if (end > data) {
            throw new FormatException(
                    "%s ends at byte %d of the data, and the file has only %d".formatted(array, end, data));
        }
        return new Entry(name, dtype, shape, begin, end);
    }

    private static DType dtype(String array, ConfigValue value) throws FormatException {
        for (DType dtype : DType.values()) {
            if (dtype.name().equals(value.unwrapped())) {
                return dtype;
            }
        }
        throw new FormatException(
                "%s has the dtype %s; supported are F32, F64, I64 and U8, so convert it to one of these"
                        .formatted(array, shown(value)));
    }

    private static int[] shape(String array, List<Long> extents) throws FormatException {
        int[] shape = new int[extents.size()];
        for (int axis = 0; axis < shape.length; axis++) {
            long extent = extents.get(axis);
            if (extent < 0 || extent > Integer.MAX_VALUE) {
                throw new FormatException(
                        "%s has an axis of extent %d, allowed are 0 to %d".formatted(array, extent, Integer.MAX_VALUE));
            }
            shape[axis] = (int) extent;
        }
        return shape;
    }

    private static List<Long> integers(String array, ConfigValue value) throws FormatException {
        List<Long> integers = new ArrayList<>();
        if (value instanceof ConfigList list) {
            for (ConfigValue element : list) {
                Object number = element.unwrapped();
                if (number instanceof Integer || number instanceof Long) {
                    integers.add(((Number) number).longValue());
                }
            }
            if (integers.size() == list.size()) {
                return integers;
            }
        }
        throw new FormatException("%s has %s, expected a list of integers".formatted(array, shown(value)));
    }

    private static void requireContiguous(List<Entry> entries, long data) throws FormatException {
        long at = 0;
        for (Entry entry : entries) {
            if (entry.begin != at) {
                throw new FormatException("the array %s begins at byte %d of the data, %s"
                        .formatted(
                                Names.quoted(entry.name),
                                entry.begin,
                                entry.begin < at
                                        ? "inside the one before it, which ends at " + at
                                        : "and no array has the bytes from " + at + " to there"));
            }
            at = entry.end;
        }
        if (at != data) {
            throw new FormatException("its arrays end at byte %d of the data, and the file has %d".formatted(at, data));
        }
    }

    private static void requireUnicode(String text) throws FormatException {
        if (!Names.isUnicode(text)) {
            throw new FormatException("the header has an unpaired surrogate in %s".formatted(Names.quoted(text)));
        }
    }

    private static String shown(ConfigValue value) {
        return Names.shortened(value.render(ConfigRenderOptions.concise()));
    }

    private static String member(String key, String value) {
        return json(key) + ":" + value;
    }

    private static String json(String text) {
        if (!Names.isUnicode(text)) {
            throw new IllegalArgumentException(
                    "%s has an unpaired surrogate, so it has no UTF-8 form.".formatted(Names.quoted(text)));
        }
        return ConfigUtil.quoteString(text);
    }
}
