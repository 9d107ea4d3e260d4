package org.ascentrl.run;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON texts of maps, lists, strings, numbers, booleans and nulls. */
public final class Json {

    private static final Pattern NUMBERS_IN_LISTS =
            Pattern.compile("\\s*\\[[-+.,\\w\\s]*(\\[[-+.,\\w\\s]*][-+.,\\w\\s]*)*+]\\s*");

    private Json() {}

    /** Over several lines, keys in alphabetical order. */
    public static String render(Map<String, ? extends @Nullable Object> object) {
        return ConfigValueFactory.fromMap(object)
                .render(ConfigRenderOptions.defaults()
                        .setOriginComments(false)
                        .setComments(false)
                        .setJson(true));
    }

    /** On one line, keys in alphabetical order. */
    public static String line(Map<String, ? extends @Nullable Object> object) {
        return ConfigValueFactory.fromMap(object).render(ConfigRenderOptions.concise());
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
