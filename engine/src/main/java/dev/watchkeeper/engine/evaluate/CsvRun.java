package dev.watchkeeper.engine.evaluate;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What detectors made of somebody's own labelled data. */
public final class CsvRun {
    private final List<JudgedRecording> recordings;
    private final List<String> remarks;

    CsvRun(List<JudgedRecording> recordings, List<String> remarks) {
        this.recordings = List.copyOf(recordings);
        this.remarks = List.copyOf(remarks);
    }

    List<JudgedRecording> recordings() {
        return recordings;
    }

    /** What a person should know of the files, in sentences. */
    public List<String> remarks() {
        return remarks;
    }

    /** The rows of all files together. */
    public RowCounts rows() {
        return recordings.stream().map(JudgedRecording::rows).reduce(RowCounts.NONE, RowCounts::plus);
    }

    /** The windows and alarms of all files together. */
    public EventCounts events() {
        return recordings.stream().map(JudgedRecording::events).reduce(EventCounts.NONE, EventCounts::plus);
    }

    /** The false alarms of all files together. */
    public AlarmRate rate() {
        return recordings.stream().map(JudgedRecording::rate).reduce(AlarmRate.NONE, AlarmRate::plus);
    }

    /** The middle delay of all windows that were found; empty when none was. */
    public Optional<Duration> delay() {
        return middle(recordings.stream().flatMap(recording -> recording.delays().stream()));
    }

    static Optional<Duration> middle(Stream<Duration> delays) {
        List<Duration> sorted = delays.sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** A line for each file, for people. */
    public List<String> lines() {
        return recordings.stream()
                .map(one -> one.recording().name() + "  " + figures(one.rows(), one.events(), one.rate())
                        + middle(one.delays().stream())
                                .map(delay -> " delay=" + delay)
                                .orElse(""))
                .toList();
    }

    /** One line for people and scripts, rows and windows of all files together. */
    public String line() {
        return "csv " + figures(rows(), events(), rate());
    }

    private static String figures(RowCounts rows, EventCounts events, AlarmRate rate) {
        return String.format(
                Locale.ROOT,
                "f1=%.3f events_f1=%.3f precision=%.3f recall=%.3f false_per_day=%.2f requested_per_day=%.2f",
                rows.f1(),
                events.f1(),
                rows.precision(),
                rows.recall(),
                rate.observedPerDay(),
                rate.requestedPerDay());
    }

    /**
     * Writes for each file one of the same path with the columns {@code timestamp}, {@code score}, {@code prediction} (1 on
     * an alarm) and {@code label}. Files that are there already are written anew.
     *
     * @param directory made when it is missing
     * @throws IOException when a file cannot be written
     */
    public void writeTo(Path directory) throws IOException {
        for (JudgedRecording judged : recordings) {
            LabelledRecording recording = judged.recording();
            Path file = directory.resolve(recording.name().replaceFirst("\\.[^./]*$", "") + ".csv");
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? directory : parent);
            double[] scores = judged.tellsOfState() ? judged.states() : judged.novelties();
            try (CsvWriter csv = CsvWriter.builder().build(file)) {
                csv.writeRecord("timestamp", "score", "prediction", "label");
                for (int row = 0; row < recording.size(); row++) {
                    csv.writeRecord(
                            Instant.ofEpochMilli(recording.timeMillis(row)).toString(),
                            String.format(Locale.ROOT, "%.6f", scores[row]),
                            judged.isMarked(row) ? "1" : "0",
                            recording.isAnomalous(row) ? "1" : "0");
                }
            }
        }
    }
}
