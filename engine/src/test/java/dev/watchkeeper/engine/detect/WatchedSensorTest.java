package dev.watchkeeper.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.SensorId;
import org.junit.jupiter.api.Test;

/** A {@link SensorWatch} keeps to what detectors keep to. */
class WatchedSensorTest extends DetectorContract {
    private record Watched(SensorWatch watch) implements Detector {
        static Watched named(String asset, String sensor) {
            return new Watched(new SensorWatch(SensorId.of(asset, sensor), Sensitivity.NORMAL));
        }

        @Override
        public int sensors() {
            return 1;
        }

        @Override
        public Score score(long timeMillis, double[] values) {
            return watch.judge(timeMillis, values[0]).score();
        }

        @Override
        public byte[] snapshot() {
            return watch.snapshot();
        }
    }

    @Override
    protected Detector fresh() {
        return Watched.named("pump", "flow");
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return new Watched(SensorWatch.restore(snapshot));
    }

    @Override
    protected int mostSnapshotBytes() {
        return 101 * 1_024;
    }

    @Override
    protected String fixture() {
        return "sensor-watch-after-700-v1.bin";
    }

    @Test
    void aRenamedSensorIsJudgedTheSame() {
        assertThat(scores(Watched.named("a machine of another name", "x"), recording()))
                .isEqualTo(scores(fresh(), recording()));
    }
}
