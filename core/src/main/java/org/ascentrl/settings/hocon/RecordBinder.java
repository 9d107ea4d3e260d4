package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ascentrl.settings.Inline;
import org.ascentrl.settings.Setting;
import org.jspecify.annotations.Nullable;

/** Makes records of settings, and collects what does not fit. */
final class RecordBinder {

    private final SettingsLayers layers;
    private final ReadKeys read;
    private final List<Problem> problems;

    RecordBinder(SettingsLayers layers, ReadKeys read, List<Problem> problems) {
        this.layers = layers;
        this.read = read;
        this.problems = problems;
    }

    /** The record at a path; empty if there are problems with it. */
    <C extends Record> Optional<C> bind(List<String> path, Class<C> type) {
        RecordComponent[] components = type.getRecordComponents();
        String must = mustBe(keys(type));
        read.section(path, must);
        ConfigValue value = layers.value(path);
        if (value != null && !(value instanceof ConfigObject)) {
            problems.add(Problem.of(layers.place(path), path, SettingsText.show(value), must));
            return Optional.empty();
        }
        List<Object> arguments = new ArrayList<>();
        for (RecordComponent component : components) {
            Object argument = component(path, component);
            if (argument != null) {
                arguments.add(argument);
            }
        }
        return arguments.size() == components.length ? construct(path, type, arguments) : Optional.empty();
    }

    private static String mustBe(List<String> keys) {
        return keys.isEmpty() ? "takes no options" : "must be an object with the keys " + String.join(", ", keys);
    }

    /** The keys of a record's section, those of inline components included. */
    private static List<String> keys(Class<? extends Record> type) {
        List<String> keys = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Optional<Class<? extends Record>> inline = inline(component);
            keys.addAll(inline.isPresent() ? keys(inline.get()) : List.of(SettingsText.kebab(component.getName())));
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalStateException(type.getName() + " has a key twice: " + String.join(", ", keys));
        }
        return keys;
    }

    /**
     * The record whose keys stand among those of the component's own record, if it is such a component.
     *
     * @throws IllegalStateException if the component is inline and not a record
     */
    static Optional<Class<? extends Record>> inline(RecordComponent component) {
        if (!component.isAnnotationPresent(Inline.class)) {
            return Optional.empty();
        }
        if (!component.getType().isRecord()) {
            throw new IllegalStateException("The component " + component.getName() + " of "
                    + component.getDeclaringRecord().getName() + " is @Inline, and its type is not a record");
        }
        return Optional.of(component.getType().asSubclass(Record.class));
    }

    /** The argument for a component; null if there is a problem with it. */
    private @Nullable Object component(List<String> section, RecordComponent component) {
        Optional<Class<? extends Record>> inline = inline(component);
        if (inline.isPresent()) {
            return bind(section, inline.get()).orElse(null);
        }
        List<String> path = new ArrayList<>(section);
        path.add(SettingsText.kebab(component.getName()));
        Type type = component.getGenericType();
        Type optional = SettingValue.argument(type, Optional.class);
        if (optional == null) {
            return value(List.copyOf(path), type, component);
        }
        return optional(List.copyOf(path), optional, component);
    }

    private @Nullable Object optional(List<String> path, Type type, RecordComponent component) {
        ConfigValue value = layers.value(path);
        if (value != null && value.valueType() != ConfigValueType.NULL) {
            Object argument = value(path, type, component);
            return argument == null ? null : Optional.of(argument);
        }
        read.value(path);
        if (value != null) {
            read.text(path, "null");
        }
        return Optional.empty();
    }

    private @Nullable Object value(List<String> path, Type type, RecordComponent component) {
        if (type instanceof Class<?> c && c.isRecord()) {
            return bind(path, c.asSubclass(Record.class)).orElse(null);
        }
        read.value(path);
        ConfigValue value = layers.value(path);
        if (value == null) {
            String key = SettingsText.key(path);
            problems.add(Problem.missing(
                    path, "has no value, nor a default. Set it in a file, or with --set " + key + "=.."));
            return null;
        }
        try {
            Limits limits = Limits.of(component.getAnnotation(Setting.class));
            SettingValue fitting = SettingValue.of(type, value, limits);
            read.text(path, fitting.text());
            return fitting.object();
        } catch (IllegalArgumentException e) {
            problems.add(
                    Problem.of(layers.place(path), path, SettingsText.show(value), String.valueOf(e.getMessage())));
            return null;
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getName() + ", key " + SettingsText.key(path) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private <C extends Record> Optional<C> construct(List<String> path, Class<C> type, List<Object> arguments) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<C> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                problems.add(Problem.of(layers.place(path), path, String.valueOf(refused.getMessage())));
                return Optional.empty();
            }
            throw new IllegalStateException("The constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " cannot be constructed", e);
        }
    }
}
