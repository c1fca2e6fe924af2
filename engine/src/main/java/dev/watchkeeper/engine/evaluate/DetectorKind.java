package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.NoveltyDetector;
import dev.watchkeeper.engine.detect.asset.AssetDetector;
import dev.watchkeeper.engine.detect.asset.ForestVoter;
import dev.watchkeeper.engine.detect.asset.SvmVoter;
import java.util.Locale;

/** The detectors that can be evaluated by themselves. */
public enum DetectorKind {
    /** Each sensor by itself, against its own past. */
    NOVELTY,
    /** All sensors together, against a training span. */
    ASSET,
    /** A one-class support vector machine over the deviations of all sensors. */
    SVM,
    /** A frozen random cut forest over the deviations of all sensors. */
    FOREST;

    /**
     * A detector that has seen nothing.
     *
     * @param trainingSamples how many samples it may learn from before it has to judge
     */
    public Detector make(int sensors, int trainingSamples) {
        return switch (this) {
            case NOVELTY -> sensors == 1 ? new NoveltyDetector() : new SensorBySensor(sensors);
            case ASSET -> new AssetDetector(sensors, trainingSamples);
            case SVM -> new SvmVoter(sensors, trainingSamples);
            case FOREST -> new ForestVoter(sensors, trainingSamples);
        };
    }

    /** As it is written in commands and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }
}
