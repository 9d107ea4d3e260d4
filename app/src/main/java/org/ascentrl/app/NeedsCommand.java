package org.ascentrl.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ascentrl.settings.hocon.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Unmatched;

/**
 * {@code ascent needs COMMAND ..}: runs nothing, and says which artifacts another command line needs that are not on the
 * class path. The launcher asks it.
 */
@Command(name = "needs", hidden = true, description = "Says which artifacts a command line needs.")
final class NeedsCommand implements Callable<Integer> {

    /** A command that works by settings. */
    @FunctionalInterface
    interface Configured {

        Settings settings();
    }

    @Unmatched
    private List<String> line = new ArrayList<>();

    @Override
    public Integer call() {
        ParseResult parsed = Main.commandLine().parseArgs(line.toArray(String[]::new));
        List<CommandLine> commands = parsed.asCommandLineList();
        if (commands.get(commands.size() - 1).getCommand() instanceof Configured command) {
            Plugins.bootstrapFor(command.settings());
        }
        return 0;
    }
}
