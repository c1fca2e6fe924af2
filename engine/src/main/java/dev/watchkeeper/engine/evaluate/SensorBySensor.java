package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.NoveltyDetector;
import dev.watchkeeper.engine.detect.Score;
import java.util.stream.IntStream;

/**
 * Judges each sensor by itself and says what the worst of them says. The rate of false alarms is what all of them together are
 * expected to have. Cannot be kept as bytes. Not thread-safe.
 */
final class SensorBySensor implements Detector {
    private final NoveltyDetector[] detectors;

    SensorBySensor(int sensors) {
        detectors = IntStream.range(0, sensors)
                .mapToObj(sensor -> new NoveltyDetector())
                .toArray(NoveltyDetector[]::new);
    }

    @Override
    public int sensors() {
        return detectors.length;
    }

    @Override
    public Score score(long timeMillis, double[] values) {
        Score worst = Score.NONE;
        for (int i = 0; i < detectors.length; i++) {
            Score score = detectors[i].score(timeMillis, values[i]);
            if (worst.warmingUp() || score.value() > worst.value()) {
                worst = score;
            }
        }
        double perDay = worst.falseAlarmsPerDay() * detectors.length;
        return new Score(worst.warmingUp(), worst.value(), perDay, Double.NaN, Double.NaN);
    }

    @Override
    public byte[] snapshot() {
        throw new UnsupportedOperationException("a detector that is made for one evaluation is not kept");
    }
}
