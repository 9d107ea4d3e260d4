package org.ascentrl.testing;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads reference data: JSON files, and files with one JSON object a line. */
public final class Json {

    private static final ConfigParseOptions JSON = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);

    private Json() {}

    /** The value in a resource, as maps, lists, numbers, strings and booleans; the path as {@link Class#getResource}. */
    public static Object read(Class<?> beside, String resource) {
        return parse(text(beside, resource));
    }

    /** The values of a resource that has one a line. */
    public static List<Map<String, Object>> lines(Class<?> beside, String resource) {
        return text(beside, resource).lines().map(line -> map(parse(line))).toList();
    }

    private static Object parse(String json) {
        return ConfigFactory.parseString("{\"value\":" + json + "}", JSON)
                .root()
                .unwrapped()
                .get("value");
    }

    private static String text(Class<?> beside, String resource) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> maps(Object json) {
        return (List<Map<String, Object>>) json;
    }

    /** Numbers; infinities stand as {@code "inf"} and {@code "-inf"}. */
    public static double[] doubles(Object json) {
        return ((List<?>) json).stream().mapToDouble(Json::number).toArray();
    }

    /** Numbers, rounded to float32. */
    public static float[] floats(Object json) {
        double[] doubles = doubles(json);
        float[] floats = new float[doubles.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) doubles[i];
        }
        return floats;
    }

    public static int[] integers(Object json) {
        return ((List<?>) json)
                .stream()
                        .mapToInt(n -> Math.toIntExact(((Number) n).longValue()))
                        .toArray();
    }

    private static double number(Object json) {
        if (json instanceof String text) {
            return switch (text) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> throw new IllegalArgumentException("not a number: " + text);
            };
        }
        return ((Number) json).doubleValue();
    }
}
