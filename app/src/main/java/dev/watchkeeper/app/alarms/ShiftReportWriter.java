package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.fx.SavePrompt;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.shift.ShiftFile;
import dev.watchkeeper.engine.shift.ShiftReport;
import dev.watchkeeper.engine.shift.Shifts;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes shift reports to files that the user chooses, in the background. UI thread. */
final class ShiftReportWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ShiftReportWriter.class);

    private final AlarmControls alarms;
    private final Labels labels;
    private final Assets assets;
    private final Shifts shifts;
    private final ScreenContext context;
    private final SavePrompt save;
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    ShiftReportWriter(
            AlarmControls alarms, Labels labels, Assets assets, Shifts shifts, ScreenContext context, SavePrompt save) {
        this.alarms = alarms;
        this.labels = labels;
        this.assets = assets;
        this.shifts = shifts;
        this.context = context;
        this.save = save;
    }

    /** What became of the last one; empty before the first. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** The shift that has begun, up to now. */
    TimeSpan thisShift() {
        Instant now = context.clock().instant();
        return new TimeSpan(shifts.startOf(now, zone()), now.plusMillis(1));
    }

    /** The whole shift before that one. */
    TimeSpan shiftBefore() {
        Instant end = shifts.startOf(context.clock().instant(), zone());
        return new TimeSpan(shifts.startOf(end.minusMillis(1), zone()), end);
    }

    /**
     * Asks for a file and writes a report.
     *
     * @param extension {@code pdf} or {@code csv}
     */
    void write(TimeSpan span, String extension) {
        String name = "alarms-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT)
                        .withZone(zone())
                        .format(span.start())
                + "." + extension;
        save.ask("Save the shift report", name).ifPresent(file -> write(span, file, extension));
    }

    private void write(TimeSpan span, Path chosen, String extension) {
        Path file = ShiftFile.isNamed(chosen) ? chosen : chosen.resolveSibling(chosen.getFileName() + "." + extension);
        Instant now = context.clock().instant().plusMillis(1);
        outcome.set("Writing the report…");
        context.background().execute(() -> {
            String sentence;
            try {
                ShiftFile.write(
                        ShiftReport.read(
                                alarms, labels, assets, span, now, zone(), OptionalInt.of(KpiReport.shelved(alarms))),
                        file);
                sentence = file.getFileName() + " is written.";
            } catch (IOException | RuntimeException e) {
                LOG.warn("the shift report could not be written to {}", file, e);
                sentence =
                        "The report could not be written: " + e.getMessage() + ". Choose another place and try again.";
            }
            String said = sentence;
            context.ui().execute(() -> outcome.set(said));
        });
    }

    private ZoneId zone() {
        return context.formats().zone();
    }
}
