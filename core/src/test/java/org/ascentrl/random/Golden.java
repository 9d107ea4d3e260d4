package org.ascentrl.random;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Reads the reference data: integers beyond 32 bits stand in it as strings, so that no digit is lost. */
final class Golden {

    private Golden() {}

    static Map<String, Object> read(String name) {
        try (Reader json = new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name),
                StandardCharsets.UTF_8)) {
            return ConfigFactory.parseReader(json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                    .root()
                    .unwrapped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object json) {
        return (List<Map<String, Object>>) json;
    }

    static double[] doubles(Object json) {
        return numbers(json).stream().mapToDouble(Number::doubleValue).toArray();
    }

    static long[] longs(Object json) {
        return numbers(json).stream().mapToLong(Number::longValue).toArray();
    }

    /** Unsigned 32-bit words. */
    static int[] words(Object json) {
        return numbers(json).stream().mapToInt(n -> (int) n.longValue()).toArray();
    }

    @SuppressWarnings("unchecked")
    private static List<Number> numbers(Object json) {
        return (List<Number>) json;
    }

    /** SHA-256 of drawn values as little-endian float64. */
    static String digest(int draws, DoubleSupplier draw) {
        return digestOfLongs(draws, () -> Double.doubleToRawLongBits(draw.getAsDouble()));
    }

    /** SHA-256 of drawn values as little-endian int64. */
    static String digestOfLongs(int draws, LongSupplier draw) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * draws).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < draws; i++) {
            bytes.putLong(draw.getAsLong());
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
