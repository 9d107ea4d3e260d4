package org.ascentrl.wiring;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.name.Named;
import com.google.inject.name.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ascentrl.settings.hocon.Choice;
import org.ascentrl.settings.hocon.Settings;

/** The offers of all plug-ins, by kind and name. */
final class Registry {

    private final Map<Kind<?, ?>, SortedMap<String, Offer<?, ?, ?>>> offers = new LinkedHashMap<>();

    Registry(Injector injector) {
        for (Kind<?, ?> kind : Kind.ALL) {
            Map<String, Offer<?, ?, ?>> offered =
                    injector.getInstance(Key.get(new TypeLiteral<Map<String, Offer<?, ?, ?>>>() {}, name(kind)));
            offers.put(kind, new TreeMap<>(offered));
        }
    }

    /** Declares every kind: one of which no plug-in offers any is empty, not unknown. */
    static void declareKinds(Binder binder) {
        Kind.ALL.forEach(kind -> offers(binder, kind));
    }

    static MapBinder<String, Offer<?, ?, ?>> offers(Binder binder, Kind<?, ?> kind) {
        return MapBinder.newMapBinder(
                binder, TypeLiteral.get(String.class), new TypeLiteral<Offer<?, ?, ?>>() {}, name(kind));
    }

    private static Named name(Kind<?, ?> kind) {
        return Names.named(kind.selector());
    }

    /** The offers of a kind by name, in alphabetical order. */
    SortedMap<String, Offer<?, ?, ?>> of(Kind<?, ?> kind) {
        return Objects.requireNonNull(offers.get(kind));
    }

    /** Reads the selectors of kinds and the options of what they choose. What has problems is left out. */
    Parts choose(Settings settings, List<Kind<?, ?>> kinds) {
        Parts parts = new Parts();
        kinds.forEach(kind -> choose(settings, kind, parts));
        return parts;
    }

    private <S, T> void choose(Settings settings, Kind<S, T> kind, Parts parts) {
        List<Choice> choices = kind.several()
                ? settings.chooseAll(kind.selector(), of(kind).keySet())
                : settings.choose(kind.selector(), of(kind).keySet()).stream().toList();
        List<Function<S, T>> chosen = new ArrayList<>();
        for (Choice choice : choices) {
            try {
                find(kind, choice.offer())
                        .orElseThrow()
                        .bind(settings, choice.section())
                        .ifPresent(chosen::add);
            } catch (ProvisionException e) {
                Throwable why = e.getCause() == null ? e : e.getCause();
                throw new IllegalStateException(
                        kind.selector() + " = " + choice.name() + " cannot be loaded: " + why, e);
            }
        }
        parts.put(kind, chosen);
    }

    /** Returns what is offered under a name or pattern. */
    @SuppressWarnings("unchecked") // Plugin binds an offer with the types of its kind
    <S, T> Optional<Offer<?, S, T>> find(Kind<S, T> kind, String name) {
        return Optional.ofNullable((Offer<?, S, T>) of(kind).get(name));
    }
}
