package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.intake.CsvException;
import dev.watchkeeper.engine.intake.CsvOptions;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures detectors on somebody's own labelled data: every file starts new detectors, its first
 * {@value Judge#LEARNING_ROWS} rows are there to learn from, and every row is judged from the rows before it alone.
 *
 * @param labelsOrNull file with labelled windows, or null where a column of each file has the labels
 * @param labelColumnOrNull the column with the labels, or null to find it by its name
 * @param options what is told of how the files are laid out
 * @param detectorOrNull the detector that judges, or null for those that the product uses: each sensor by itself, and where
 *     there are several also all together
 */
public record CsvEvaluation(
        @Nullable Path labelsOrNull,
        @Nullable String labelColumnOrNull,
        CsvOptions options,
        Sensitivity sensitivity,
        @Nullable DetectorKind detectorOrNull) {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt");

    /** Told after each file. */
    @FunctionalInterface
    public interface Progress {
        void filesDone(int done, int all);
    }

    /**
     * Judges every file.
     *
     * @param data a file, or a directory with files at any depth that end in .csv, .tsv or .txt
     * @param cancelled asked before each file
     * @throws CsvException when a file cannot be read or has no labels; says which, and what was looked for
     * @throws IOException when the directory cannot be listed
     * @throws CancellationException when it was cancelled
     */
    public CsvRun run(Path data, Progress progress, BooleanSupplier cancelled) throws IOException {
        LabelWindows windows = labelsOrNull == null ? null : LabelWindows.read(labelsOrNull, options.zone());
        List<Path> files = files(data);
        List<JudgedRecording> judged = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException(
                        "evaluation was cancelled after " + i + " of " + files.size() + " files");
            }
            try {
                judged.add(judge(files.get(i), name(data, files.get(i)), windows, remarks));
            } catch (NoLabelsException e) {
                if (files.size() == 1) {
                    throw e;
                }
                remarks.add(e.getMessage() + " It is left out.");
            }
            progress.filesDone(i + 1, files.size());
        }
        if (judged.isEmpty()) {
            throw new CsvException("None of the " + files.size() + " files has labels. " + remarks.get(0));
        }
        if (judged.stream().allMatch(one -> one.judgedRows() == 0)) {
            throw new CsvException("There is nothing to judge: the first " + Judge.LEARNING_ROWS
                    + " rows of a file are learned from, and no labelled file has more.");
        }
        return new CsvRun(judged, remarks);
    }

    private JudgedRecording judge(Path file, String name, @Nullable LabelWindows windows, List<String> remarks) {
        List<TimeSpan> labelled = windows == null
                ? null
                : windows.of(name).orElseThrow(() -> new NoLabelsException("The labels say nothing of " + name + "."));
        LabelledRecording recording = LabelledCsv.read(file, name, options, labelColumnOrNull, labelled);
        remark(recording, remarks);
        return JudgedRecording.of(recording, sensitivity, judges(recording.sensors()));
    }

    private static void remark(LabelledRecording recording, List<String> remarks) {
        if (recording.size() <= Judge.LEARNING_ROWS) {
            remarks.add(recording.name() + " has only " + recording.size() + " rows, and the first "
                    + Judge.LEARNING_ROWS + " of a file are learned from; it counts for nothing.");
        }
        if (recording.leftOut() > 0) {
            remarks.add("In " + recording.name() + " " + recording.leftOut() + " lines could not be read.");
        }
    }

    private List<Judge> judges(List<SensorId> sensors) {
        List<Judge> judges = new ArrayList<>();
        DetectorKind kind = detectorOrNull;
        if (kind == null || kind == DetectorKind.NOVELTY) {
            for (int column = 0; column < sensors.size(); column++) {
                judges.add(Judge.ofSensor(sensors.get(column), column, sensitivity));
            }
        }
        if (kind == DetectorKind.ASSET || (kind == null && sensors.size() > 1)) {
            judges.add(Judge.ofAsset(sensors, sensitivity));
        } else if (kind == DetectorKind.SVM || kind == DetectorKind.FOREST) {
            judges.add(Judge.ofVoter(kind, sensors, sensitivity));
        }
        return judges;
    }

    private List<Path> files(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of(data);
        }
        try (Stream<Path> found = Files.walk(data)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(ending ->
                                    file.toString().toLowerCase(Locale.ROOT).endsWith(ending)))
                    .filter(file -> labelsOrNull == null
                            || !file.toAbsolutePath()
                                    .normalize()
                                    .equals(labelsOrNull.toAbsolutePath().normalize()))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CsvException(
                        "In " + data + " there is no file that ends in " + String.join(" or ", ENDINGS) + ".");
            }
            return files;
        }
    }

    private static String name(Path data, Path file) {
        Path name = Files.isDirectory(data) ? data.relativize(file) : file.getFileName();
        return name == null ? file.toString() : name.toString().replace('\\', '/');
    }
}
