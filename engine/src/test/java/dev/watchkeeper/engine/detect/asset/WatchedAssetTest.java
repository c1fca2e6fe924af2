package dev.watchkeeper.engine.detect.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.DetectorContract;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An {@link AssetWatch} keeps to what detectors keep to; late readings it leaves out. */
class WatchedAssetTest extends DetectorContract {
    private static final class Watched implements Detector {
        private final AssetWatch watch;
        private Score last = Score.NONE;

        Watched(AssetWatch watch) {
            this.watch = watch;
        }

        static Watched named(String asset, String prefix) {
            return new Watched(new AssetWatch(
                    new AssetId(asset),
                    IntStream.range(0, Plant.SENSORS)
                            .mapToObj(i -> SensorId.of(asset, prefix + i))
                            .toList(),
                    Sensitivity.NORMAL));
        }

        @Override
        public int sensors() {
            return Plant.SENSORS;
        }

        @Override
        public Score score(long timeMillis, double[] values) {
            for (int i = 0; i < values.length; i++) {
                watch.take(watch.sensors().get(i), timeMillis, values[i]);
            }
            last = watch.flush().map(judged -> judged.verdict().score()).orElse(last);
            return last;
        }

        @Override
        public byte[] snapshot() {
            return watch.snapshot();
        }
    }

    @Override
    protected Detector fresh() {
        return Watched.named("pump", "s");
    }

    @Override
    protected Detector restored(byte[] snapshot) {
        return new Watched(AssetWatch.restore(snapshot));
    }

    @Override
    protected int mostSnapshotBytes() {
        return 6 * 1_024 + Plant.SENSORS * (700 + 8 * AssetDetector.TRAINING_SAMPLES);
    }

    @Override
    protected String fixture() {
        return "asset-watch-8-v1.bin";
    }

    @Test
    void renamedSensorsAreJudgedTheSame() {
        assertThat(scores(Watched.named("another", "zz"), recording())).isEqualTo(scores(fresh(), recording()));
    }
}
