package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionEpisodes;
import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.asset.AssetDetector;
import dev.watchkeeper.engine.detect.asset.AssetWatch;
import dev.watchkeeper.engine.detect.asset.JudgedSample;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;
import java.util.Optional;

/** One of the detectors that judge a recording, with the episodes in which it speaks. Not thread-safe. */
abstract class Judge {
    /** The rows from which every detector may learn before it speaks. */
    static final int LEARNING_ROWS = SensorWatch.LEARNING_SAMPLES;

    /** Rows for which what was found holds on, as an alarm's off-delay would have it (ANSI/ISA-18.2). */
    private static final int OFF_DELAY_ROWS = 20;

    private final Sensitivity sensitivity;
    private long rows;
    private long firstMillis;
    private int quiet = OFF_DELAY_ROWS + 1;
    private double value;

    private Judge(Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
    }

    /** Judges the next row. */
    final List<Detection> judge(long timeMillis, double[] row) {
        firstMillis = rows == 0 ? timeMillis : firstMillis;
        rows++;
        Verdict verdict = verdict(timeMillis, row);
        Score score = verdict.score();
        value = score.value();
        boolean found = rows > LEARNING_ROWS
                && (sensitivity.speaksOn(score, timeMillis - firstMillis)
                        || (tellsOfState() && value >= AssetDetector.ABNORMAL));
        quiet = found ? 0 : Math.min(quiet + 1, OFF_DELAY_ROWS + 1);
        return verdict.detections();
    }

    abstract Verdict verdict(long timeMillis, double[] row);

    /** Whether it judges by what holds now, so that a high score says that the asset is abnormal; else it tells what is new. */
    abstract boolean tellsOfState();

    /** The score of the last row. */
    final double value() {
        return value;
    }

    /** Whether the last row, or one of a few rows before, was rare enough to speak of, or the state abnormal. */
    final boolean isAbnormal() {
        return quiet <= OFF_DELAY_ROWS;
    }

    /** One sensor against its own past, as the product watches it. */
    static Judge ofSensor(SensorId sensor, int column, Sensitivity sensitivity) {
        SensorWatch watch = new SensorWatch(sensor, sensitivity);
        return new Judge(sensitivity) {
            @Override
            Verdict verdict(long timeMillis, double[] row) {
                return watch.judge(timeMillis, row[column]);
            }

            @Override
            boolean tellsOfState() {
                return false;
            }
        };
    }

    /** All sensors together, as the product watches them. */
    static Judge ofAsset(List<SensorId> sensors, Sensitivity sensitivity) {
        AssetWatch watch = new AssetWatch(sensors.get(0).asset(), sensors, sensitivity);
        return new Judge(sensitivity) {
            @Override
            Verdict verdict(long timeMillis, double[] row) {
                for (int i = 0; i < row.length; i++) {
                    if (!Double.isNaN(row[i])) {
                        watch.take(sensors.get(i), timeMillis, row[i]);
                    }
                }
                Optional<JudgedSample> sample = watch.flush();
                return sample.map(JudgedSample::verdict).orElse(new Verdict(Score.NONE, List.of()));
            }

            @Override
            boolean tellsOfState() {
                return true;
            }
        };
    }

    /** All sensors together, by a detector that the product does not listen to. */
    static Judge ofVoter(DetectorKind kind, List<SensorId> sensors, Sensitivity sensitivity) {
        Detector detector = kind.make(sensors.size(), LEARNING_ROWS);
        DetectionEpisodes episodes =
                new DetectionEpisodes(new SensorId(sensors.get(0).asset(), AssetWatch.WHOLE), kind.word(), sensitivity);
        return new Judge(sensitivity) {
            @Override
            Verdict verdict(long timeMillis, double[] row) {
                Score score = detector.score(timeMillis, row);
                return new Verdict(score, episodes.judge(timeMillis, score, timeMillis, List::of));
            }

            @Override
            boolean tellsOfState() {
                return true;
            }
        };
    }
}
