package org.ascentrl.run;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON texts of maps, lists, strings, numbers, booleans and nulls. Numbers that are not finite become null. */
public final class Json {

    private static final Pattern NUMBERS_IN_LISTS =
            Pattern.compile("\\s*\\[[-+.,\\w\\s]*(\\[[-+.,\\w\\s]*][-+.,\\w\\s]*)*+]\\s*");

    private Json() {}

    /** Over several lines, keys in alphabetical order. */
    public static String render(Map<String, ? extends @Nullable Object> object) {
        ConfigRenderOptions json = ConfigRenderOptions.defaults()
                .setOriginComments(false)
                .setComments(false)
                .setJson(true);
        return ConfigValueFactory.fromAnyRef(finite(object)).render(json);
    }

    private static @Nullable Object finite(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, finite(inner)));
            return copy;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(finite(inner)));
            return copy;
        }
        return value instanceof Number number && !Double.isFinite(number.doubleValue()) ? null : value;
    }

    /**
     * Reads an object.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    @SuppressWarnings("NullAway") // the values are null where the text says so
    public static Map<String, @Nullable Object> parse(String text) {
        try {
            return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                    .root()
                    .unwrapped();
        } catch (ConfigException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    /**
     * Reads an array whose elements are numbers or arrays of numbers.
     *
     * @return a row for each element
     * @throws IllegalArgumentException if the text is something else
     */
    public static double[][] rows(String text) {
        if (!NUMBERS_IN_LISTS.matcher(text).matches()) {
            throw new IllegalArgumentException("not a JSON array of numbers or of arrays of numbers");
        }
        try {
            ConfigList list = ConfigFactory.parseString(
                            "{\"rows\":" + text + "}",
                            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                    .getList("rows");
            return list.stream()
                    .map(row -> row instanceof ConfigList several
                            ? several.stream()
                                    .mapToDouble(x -> ((Number) x.unwrapped()).doubleValue())
                                    .toArray()
                            : new double[] {((Number) row.unwrapped()).doubleValue()})
                    .toArray(double[][]::new);
        } catch (ConfigException | ClassCastException e) {
            throw new IllegalArgumentException("not a JSON array of numbers or of arrays of numbers", e);
        }
    }
}
