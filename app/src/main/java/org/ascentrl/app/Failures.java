package org.ascentrl.app;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.ascentrl.env.vector.EnvironmentException;
import org.ascentrl.report.video.VideoException;
import org.ascentrl.run.RunDirectoryException;
import org.ascentrl.settings.hocon.NearestName;
import org.ascentrl.settings.hocon.SettingsException;
import org.ascentrl.state.StateException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Error messages of commands that fail or cannot be followed: one message, and a stack trace only on demand. */
final class Failures {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int PLUGIN_ABSENT = 3;
    private static final int SHOWN = 80;

    private static final List<Class<? extends Throwable>> WRONG_USES = List.of(
            SettingsException.class, RunDirectoryException.class, WrongUseException.class, VideoException.class);

    /** Those whose messages say what is wrong; any other is a surprise. */
    private static final List<Class<? extends Throwable>> EXPECTED = List.of(
            EnvironmentException.class,
            ArithmeticException.class,
            StateException.class,
            UncheckedIOException.class,
            IllegalStateException.class,
            IllegalArgumentException.class);

    private final PrintWriter err;
    private final BooleanSupplier debug;

    /**
     * Writes to {@code err}.
     *
     * @param debug whether to add stack traces
     */
    Failures(PrintWriter err, BooleanSupplier debug) {
        this.err = err;
        this.debug = debug;
    }

    /** Tells of a failure of a command; gives the exit status. */
    int failed(Throwable e) {
        if (e instanceof AbsentPluginException) {
            tell(String.valueOf(e.getMessage()), e);
            return PLUGIN_ABSENT;
        }
        boolean wrongUse = isOneOf(WRONG_USES, e);
        tell(wrongUse || isOneOf(EXPECTED, e) ? String.valueOf(e.getMessage()) : surprise(e), e);
        return wrongUse ? WRONG_USE : FAILED;
    }

    /** Tells of a command line that cannot be followed; gives the exit status. */
    int refused(ParameterException e) {
        String problem =
                e instanceof UnmatchedArgumentException unmatched ? unmatched(unmatched) : e.getMessage() + ".";
        tell(problem + " See: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help", e);
        return WRONG_USE;
    }

    /** For a text in a message, which is to stay one line. */
    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The end of a message, with the name that is meant, if one is near. */
    static String didYouMean(String wrong, Collection<String> names) {
        return NearestName.of(wrong, names)
                .map(name -> ". Did you mean " + name + "?")
                .orElse(".");
    }

    private void tell(String message, Throwable e) {
        err.println(message);
        if (debug.getAsBoolean()) {
            e.printStackTrace(err);
        }
        err.flush();
    }

    private static boolean isOneOf(List<Class<? extends Throwable>> types, Throwable e) {
        return types.stream().anyMatch(type -> type.isInstance(e));
    }

    private String surprise(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "out of memory: " + e.getMessage()
                    + ". Make the run smaller (mlp.hidden, training.slots), or give the JVM more:"
                    + " JAVA_TOOL_OPTIONS=-Xmx8g";
        }
        return "unexpected: " + e + (debug.getAsBoolean() ? "" : ". --debug shows where it comes from");
    }

    private static String unmatched(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String given = e.getUnmatched().get(0);
        if (e.isUnknownOption()) {
            String name = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
            Collection<String> options = command.getCommandSpec().optionsMap().keySet();
            return shortened(name) + ": no such option" + didYouMean(name, options);
        }
        Collection<String> commands = new TreeSet<>(command.getSubcommands().keySet());
        return commands.isEmpty()
                ? shortened(given) + ": one argument too many."
                : shortened(given) + ": no such command. Available: " + String.join(", ", commands)
                        + didYouMean(given, commands);
    }
}
