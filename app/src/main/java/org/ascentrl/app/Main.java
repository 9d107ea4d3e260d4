package org.ascentrl.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exit status: 0 done, 1 the run failed, 2 wrong use or settings, 3 a plug-in is absent. */
@Command(
        name = "ascent",
        description = "Trains reinforcement-learning agents.",
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            ResumeCommand.class,
            SweepCommand.class,
            CompareCommand.class,
            ListCommand.class,
            CheckCommand.class,
            TraceCommand.class,
            NeedsCommand.class,
            GenerateCompletion.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        footer = {"", "Example: ascent train cartpole-reinforce --set seed=3"})
public final class Main {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), arguments));
    }

    /** Runs one command line and gives its exit status. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        Failures failures =
                new Failures(err, () -> main.debug || List.of(arguments).contains("--debug"));
        CommandLine line = commandLine(main)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((e, given) -> failures.refused(e))
                .setExecutionExceptionHandler((e, command, parsed) -> failures.failed(e));
        try {
            return line.execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        } catch (Error e) { // the command line hands on exceptions only
            return failures.failed(e);
        }
    }

    /** A command line of its own, to be parsed. */
    static CommandLine commandLine() {
        return commandLine(new Main());
    }

    private static CommandLine commandLine(Main main) {
        CommandLine line = new CommandLine(main);
        line.getSubcommands().values().forEach(c -> c.getCommandSpec().versionProvider(new Version()));
        return line;
    }

    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Ascent " + (version == null ? "(development)" : version)};
        }
    }
}
