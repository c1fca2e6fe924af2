package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches one sensor: a {@link NoveltyDetector} and the episodes in which it speaks, as one thing that can be kept,
 * copied and restored. Not thread-safe; the same readings give the same verdicts, bit for bit.
 */
public final class SensorWatch {
    /** The rule under which its detections go. */
    public static final String RULE = "novelty";

    /**
     * So many samples are learned from before an episode may open: of fewer it cannot be said what is rare. As many as an
     * asset's sensors together are trained on.
     */
    public static final int LEARNING_SAMPLES = 400;

    private static final String MAGIC = "WKSW";
    private static final int VERSION = 1;

    private final NoveltyDetector detector;
    private final DetectionEpisodes episodes;
    private final List<Contribution> contributions;
    private final long[] times = new long[NoveltyDetector.LONGEST_WINDOW];
    private long samples;

    public SensorWatch(SensorId sensor, Sensitivity sensitivity) {
        this(new NoveltyDetector(), new DetectionEpisodes(sensor, RULE, sensitivity));
    }

    private SensorWatch(NoveltyDetector detector, DetectionEpisodes episodes) {
        this.detector = detector;
        this.episodes = episodes;
        contributions = List.of(new Contribution(episodes.subject(), 1));
    }

    /**
     * The watch as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static SensorWatch restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        SensorWatch watch =
                new SensorWatch(NoveltyDetector.restore(in.getBytes()), DetectionEpisodes.restore(in.getBytes()));
        in.getLongs(watch.times);
        watch.samples = in.getLong();
        in.end();
        return watch;
    }

    public SensorId sensor() {
        return episodes.subject();
    }

    public Sensitivity sensitivity() {
        return episodes.sensitivity();
    }

    /** Counts from the next reading on; an open episode stays open. */
    public void setSensitivity(Sensitivity sensitivity) {
        episodes.setSensitivity(sensitivity);
    }

    /**
     * Scores one reading, learns from it, and says what has to be told.
     *
     * @param timeMillis event time in milliseconds since 1970, at or after that of the reading before
     * @param value in the sensor's unit; NaN or infinite where nothing usable was measured
     */
    public Verdict judge(long timeMillis, double value) {
        times[(int) (samples % times.length)] = timeMillis;
        samples++;
        Score score = detector.score(timeMillis, value);
        long back = Math.min(samples, Math.max(1, detector.judgedSamples()));
        long windowStart = Math.min(timeMillis, times[(int) ((samples - back) % times.length)]);
        return new Verdict(
                score,
                episodes.judge(
                        timeMillis,
                        samples <= LEARNING_SAMPLES ? Score.NONE : score,
                        windowStart,
                        () -> contributions,
                        () -> detector.evidence(episodes.subject())));
    }

    /**
     * Takes the place of another watch of the sensor, or begins where there was none. The scores to come are this one's own; an
     * open episode is the other's, so that what was told of is closed, and nothing is closed that was not told of. The windows
     * of detections begin no earlier than the readings that the other one remembers.
     *
     * @throws IllegalArgumentException when the other is of another sensor
     */
    public void takePlaceOf(@Nullable SensorWatch previous) {
        if (previous == null) {
            episodes.forgetOpen();
            return;
        }
        episodes.goOnFrom(previous.episodes);
        long back = Math.min(previous.samples, previous.times.length);
        if (back > 0) {
            long oldest = previous.times[(int) ((previous.samples - back) % previous.times.length)];
            Arrays.setAll(times, i -> Math.max(times[i], oldest));
        }
    }

    /** A watch that goes on from here on its own. */
    public SensorWatch copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putBytes(detector.snapshot());
        out.putBytes(episodes.snapshot());
        out.putLongs(times);
        out.putLong(samples);
        return out.toBytes();
    }
}
