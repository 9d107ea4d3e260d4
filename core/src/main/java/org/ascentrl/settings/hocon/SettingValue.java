package org.ascentrl.settings.hocon;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that fits its type.
 *
 * @param object what the record's component gets
 * @param text the same as a HOCON value, as it was written where that is possible
 */
record SettingValue(Object object, String text) {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern NOT_ZERO = Pattern.compile("[+-]?[0.]*[1-9]");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
    private static final Pattern DURATION = Pattern.compile("-?\\d+(\\.\\d+)?\\s*[A-Za-z]+");
    private static final int LONGEST_NUMBER = 400;

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if it does not fit; the message says what it must be
     */
    static SettingValue of(Type type, ConfigValue value, Limits limits) {
        if (value.valueType() == ConfigValueType.NULL) {
            throw new IllegalArgumentException("must have a value");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ofBoolean(value);
        } else if (type == int.class || type == Integer.class) {
            long number = whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return number(value, (int) number, limits);
        } else if (type == long.class || type == Long.class) {
            return number(value, whole(value, Long.MIN_VALUE, Long.MAX_VALUE), limits);
        } else if (type == double.class || type == Double.class) {
            return number(value, real(value), limits);
        } else if (type == String.class) {
            String text = requireScalar(value, "must be text");
            return new SettingValue(text, SettingsText.quote(text));
        } else if (type == Duration.class) {
            return ofDuration(value, limits);
        } else if (type instanceof Class<?> c && c.isEnum()) {
            return ofEnum(c, value);
        }
        Type element = argument(type, List.class);
        if (element == null) {
            throw new IllegalStateException("A setting cannot have the type " + type.getTypeName());
        }
        return ofList(element, value, limits);
    }

    /** The type argument, if the type is the given generic class of one; otherwise null. */
    static @Nullable Type argument(Type type, Class<?> generic) {
        return type instanceof ParameterizedType p && p.getRawType() == generic ? p.getActualTypeArguments()[0] : null;
    }

    private static SettingValue ofBoolean(ConfigValue value) {
        String text = requireScalar(value, "must be true or false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("must be true or false");
        }
        return new SettingValue(text.equals("true"), text);
    }

    private static SettingValue number(ConfigValue value, Number number, Limits limits) {
        limits.require(number.doubleValue(), "");
        String text = SettingsText.scalar(value);
        return new SettingValue(number, JSON_NUMBER.matcher(text).matches() ? text : number.toString());
    }

    private static long whole(ConfigValue value, long min, long max) {
        String kind = "must be a whole number";
        BigDecimal number;
        try {
            number = new BigDecimal(decimal(value, kind));
        } catch (NumberFormatException e) { // an exponent beyond what even BigDecimal holds
            throw new IllegalArgumentException(kind, e);
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException(kind);
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0 || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw new IllegalArgumentException(kind + " from " + min + " to " + max);
        }
        return number.longValueExact();
    }

    private static double real(ConfigValue value) {
        String text = decimal(value, "must be a number");
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("must be a finite number");
        }
        if (number == 0 && NOT_ZERO.matcher(text).lookingAt()) {
            throw new IllegalArgumentException("must be a number that double precision can tell from 0");
        }
        return number;
    }

    /** The text of a decimal number of reasonable length. */
    private static String decimal(ConfigValue value, String kind) {
        String text = requireScalar(value, kind);
        if (NOT_FINITE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a finite number");
        }
        if (text.length() > LONGEST_NUMBER || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(kind);
        }
        return text;
    }

    private static SettingValue ofDuration(ConfigValue value, Limits limits) {
        String form = "must be a duration with its unit, such as 500ms, 60s, 5m or 1h";
        String text = requireScalar(value, form).strip();
        if (!DURATION.matcher(text).matches()) {
            throw new IllegalArgumentException(form);
        }
        Duration duration;
        try {
            duration = value.atKey("v").getDuration("v");
        } catch (ConfigException e) {
            throw new IllegalArgumentException(form, e);
        }
        long nanoseconds = duration.toNanos();
        if (nanoseconds == Long.MAX_VALUE || nanoseconds == Long.MIN_VALUE) { // where the parser ends up beyond them
            throw new IllegalArgumentException("must be a duration of less than 292 years");
        }
        limits.require(nanoseconds / 1e9, " s");
        return new SettingValue(duration, text);
    }

    private static SettingValue ofEnum(Class<?> type, ConfigValue value) {
        List<Enum<?>> constants = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            constants.add((Enum<?>) constant);
        }
        List<String> names = constants.stream().map(SettingsText::kebab).toList();
        String allowed = "must be one of " + String.join(", ", names);
        String text = requireScalar(value, allowed);
        int index = names.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException(allowed + SettingsText.didYouMean(NearestName.of(text, names)));
        }
        return new SettingValue(constants.get(index), SettingsText.quote(text));
    }

    private static SettingValue ofList(Type element, ConfigValue value, Limits limits) {
        if (!(value instanceof ConfigList list)) {
            throw new IllegalArgumentException("must be a list, written [a, b]");
        }
        try {
            List<SettingValue> values =
                    list.stream().map(v -> of(element, v, limits)).toList();
            return new SettingValue(
                    values.stream().map(SettingValue::object).toList(),
                    values.stream().map(SettingValue::text).collect(Collectors.joining(", ", "[", "]")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("each " + e.getMessage(), e);
        }
    }

    private static String requireScalar(ConfigValue value, String must) {
        if (!SettingsLayers.isScalar(value)) {
            throw new IllegalArgumentException(must);
        }
        return SettingsText.scalar(value);
    }
}
