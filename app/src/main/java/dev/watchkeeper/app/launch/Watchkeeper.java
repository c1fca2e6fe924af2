package dev.watchkeeper.app.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command without a name: the console, or where there is no display, headless. */
@Command(
        name = "watchkeeper",
        mixinStandardHelpOptions = true,
        versionProvider = VersionFromManifest.class,
        description = {
            "Watches sensors: stream, detection, alarms and history in one program.",
            "Without a command it opens the console; where there is no display it runs headless and says so."
        },
        subcommands = {
            HeadlessCommand.class,
            ReplayCommand.class,
            AlarmsCommand.class,
            RetrainCommand.class,
            ModelsCommand.class,
            RulesCommand.class,
            RehearseCommand.class,
            SnapshotCommand.class,
            EvaluateCommand.class,
            BenchCommand.class
        })
final class Watchkeeper implements Callable<Integer> {
    static final String EMBEDDED = "embedded";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where everything is kept. Default: the user's own data directory.")
    private @Nullable Path data;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            defaultValue = EMBEDDED,
            description = "Which clusters to use. There is one so far: ${DEFAULT-VALUE}.")
    private String profile = EMBEDDED;

    @Option(names = "--no-demo", description = "Do not simulate the demo plant.")
    private boolean noDemo;

    /** The data directory that was asked for, or the user's. */
    Path data() {
        return givenData().orElseGet(Watchkeeper::usersData);
    }

    static Path usersData() {
        return DataDirectory.ofUser(System.getenv(), System.getProperties())
                .toAbsolutePath()
                .normalize();
    }

    /** What {@code --data} names. */
    Optional<Path> givenData() {
        return Optional.ofNullable(data).map(Path::toAbsolutePath).map(Path::normalize);
    }

    /** @throws UserError when the profile that was asked for does not exist */
    void checkProfile() {
        if (!profile.equals(EMBEDDED)) {
            throw new UserError("There is no profile " + profile + "; there is " + EMBEDDED + ".");
        }
    }

    @Override
    public Integer call() throws Exception {
        checkProfile();
        DemoSettings demo = noDemo ? null : DemoSettings.STANDARD;
        if (!Display.isThere(System.getenv(), System.getProperties())) {
            System.out.println("No display here: running headless. (The console needs a desktop session.)");
            return Headless.run(data(), demo, null, Clock.systemUTC());
        }
        return ConsoleWindow.run(data(), demo, Clock.systemUTC());
    }
}
