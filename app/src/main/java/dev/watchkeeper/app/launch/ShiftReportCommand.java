package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.label.LabelDesk;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.shift.ShiftFile;
import dev.watchkeeper.engine.shift.ShiftReport;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper shift-report}: what a shift leaves behind, also while an instance runs on the directory. */
@Command(
        name = "shift-report",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the alarms of a span with the figures of the standards, bad actors and labels.",
            "Without a span: the last eight hours."
        })
final class ShiftReportCommand implements Callable<Integer> {
    private static final Duration SHIFT = Duration.ofHours(8);

    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Begin of the span: 2026-03-17T06:00 (local time) or 2026-03-17T05:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End of the span. Default: now.")
    private @Nullable String to;

    @Option(names = "--last", paramLabel = "DURATION", description = "The newest stretch, such as PT8H.")
    private @Nullable Duration last;

    @Option(names = "--out", paramLabel = "FILE.pdf|csv", required = true, description = "Where to write it.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        if (!ShiftFile.isNamed(out)) {
            throw new UserError("A shift report is a .pdf or a .csv, not " + out + ". Name the file so.");
        }
        Instant now = Clock.systemUTC().instant();
        TimeSpan span = span(now);
        Path place = DataDirectory.storeOf(parent.data());
        if (!Files.isDirectory(place)) {
            throw new UserError(
                    "There is no Watchkeeper data in " + parent.data() + ". Name another directory with --data DIR.");
        }
        try (Store store = Store.open(place)) {
            ShiftReport report = read(store, span, now);
            ShiftFile.write(report, out);
            System.out.println(out);
            return 0;
        } catch (IOException e) {
            throw new UserError("The report could not be written to " + out + ": " + e.getMessage()
                    + ". Name another place with --out.");
        }
    }

    private static ShiftReport read(Store store, TimeSpan span, Instant now) {
        Clock clock = Clock.systemUTC();
        KnownAssets assets = new KnownAssets(store.assets());
        AlarmDesk alarms = new AlarmDesk(store.alarms(), assets, AlarmPolicy.STANDARD, clock);
        return ShiftReport.read(
                alarms,
                new LabelDesk(store.labels(), clock),
                assets,
                span,
                now,
                ZoneId.systemDefault(),
                OptionalInt.of(shelved(alarms)));
    }

    /** How many alarms operators have on the shelf. */
    static int shelved(AlarmDesk alarms) {
        return (int) alarms.suppressed().stream()
                .filter(alarm -> alarm.handling().suppressions().stream()
                        .anyMatch(one -> one.kind().slot() == Suppression.Slot.SHELF))
                .count();
    }

    private TimeSpan span(Instant now) {
        if (last != null && from != null) {
            throw new UserError("Give either --last or --from, not both.");
        }
        Instant end = to == null ? now : moment("--to", to);
        Instant start = from != null ? moment("--from", from) : end.minus(last == null ? SHIFT : last);
        if (!start.isBefore(end) || !start.isBefore(now)) {
            throw new UserError("The span from " + start + " to " + end + " has not begun or is empty.");
        }
        return new TimeSpan(start, end);
    }

    private static Instant moment(String option, String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            throw new UserError(option + " " + text
                    + " is no moment. Write it as 2026-03-17T06:00 (local time) or 2026-03-17T05:00:00Z.");
        }
    }
}
