package org.ascentrl.app;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one command line gave.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Invocation(int status, String out, String err) {

    static Invocation of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Invocation(status, out.toString(), err.toString());
    }

    /** With a plug-in that a jar on the class path would name. */
    static Invocation withPlugin(Path directory, Class<?> plugin, String... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Path services = Files.createDirectories(directory.resolve("jar/META-INF/services"));
            Files.writeString(services.resolve("org.ascentrl.wiring.Plugin"), plugin.getName());
            URL jar = directory.resolve("jar").toUri().toURL();
            try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, before)) {
                thread.setContextClassLoader(loader);
                return of(arguments);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Standard output, which is one JSON object. */
    Map<String, Object> json() {
        return json(out);
    }

    static Map<String, Object> json(String text) {
        return ConfigFactory.parseString(text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON))
                .root()
                .unwrapped();
    }
}
