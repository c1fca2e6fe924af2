package dev.watchkeeper.app.launch;

import java.nio.file.Path;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The program's entry. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit status: 0 for success, 1 for a failure, 2 for wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        Watchkeeper top = new Watchkeeper();
        CommandLine line = new CommandLine(top)
                .setExecutionStrategy(parsed -> {
                    logTo(isEvaluation(parsed) ? Watchkeeper.usersData() : top.data());
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setExecutionExceptionHandler(Main::report)
                .setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    /** Then {@code --data} names data to read, where no log belongs. */
    private static boolean isEvaluation(ParseResult parsed) {
        return parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof EvaluateCommand;
    }

    private static void logTo(Path data) {
        System.setProperty("watchkeeper.logs", DataDirectory.logs(data).toString());
        LogManager.getLogManager().reset();
        org.slf4j.bridge.SLF4JBridgeHandler.install();
    }

    private static int report(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof UserError) {
            line.getErr().println(e.getMessage());
        } else {
            org.slf4j.LoggerFactory.getLogger(Main.class).error("The command failed", e);
            line.getErr()
                    .println("Watchkeeper failed: " + e + ". The log tells more: "
                            + System.getProperty("watchkeeper.logs") + "/watchkeeper.log");
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
