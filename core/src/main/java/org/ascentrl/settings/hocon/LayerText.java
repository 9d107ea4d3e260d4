package org.ascentrl.settings.hocon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The text of a layer, checked before any parser sees it: UTF-8, at most 1 MiB, at most 64 levels deep, at most 100
 * substitutions (counted wherever they are written, in comments too). A byte-order mark is dropped.
 *
 * @param name what messages call the layer
 * @param lined whether messages name lines of it
 */
record LayerText(String name, String text, boolean lined) {

    static final String TOO_DEEP = "is nested more than 64 levels deep, the limit for settings";
    private static final int MAX_DEPTH = 64;
    private static final int MAX_SUBSTITUTIONS = 100;
    private static final int MAX_BYTES = 1 << 20;

    LayerText {
        requireSize(name, text.length());
        text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int line = Nesting.lineDeeperThan(MAX_DEPTH, text);
        if (line > 0) {
            throw SettingsException.of(lined ? name + ": " + line : name, TOO_DEEP);
        }
        if (text.split("\\$\\{", MAX_SUBSTITUTIONS + 2).length > MAX_SUBSTITUTIONS + 1) {
            throw SettingsException.of(
                    name, "has more than " + MAX_SUBSTITUTIONS + " substitutions, the limit for settings");
        }
    }

    LayerText(String name, String text) {
        this(name, text, true);
    }

    /** The source of a text. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    static LayerText of(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw SettingsException.of(name, "is a directory, not a file with settings");
        }
        return read(name, () -> Files.newInputStream(file));
    }

    static LayerText read(String name, Source source) {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw SettingsException.of(name, "no such file");
        } catch (AccessDeniedException e) {
            throw SettingsException.of(name, "cannot be read: permission denied");
        } catch (IOException e) {
            throw SettingsException.of(name, "cannot be read: " + e.getMessage());
        }
        requireSize(name, bytes.length);
        return new LayerText(name, decode(name, bytes));
    }

    private static void requireSize(String name, int size) {
        if (size > MAX_BYTES) {
            throw SettingsException.of(name, "is larger than 1 MiB, the limit for settings");
        }
    }

    private static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw SettingsException.of(name + ": " + line, "is not UTF-8 text");
        }
        return out.flip().toString();
    }
}
