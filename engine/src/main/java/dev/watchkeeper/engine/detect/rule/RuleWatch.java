package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Detector;
import dev.watchkeeper.engine.detect.limit.LimitDetector;
import dev.watchkeeper.engine.detect.limit.RateOfChangeDetector;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;

/**
 * Watches one sensor for one condition and tells of its episodes: opened when the condition has held for the on-delay, closed
 * when it has been gone for the off-delay, both in event time. An episode bears the moment at which its condition began, so the
 * same readings give the same ids, however they come. Without a clock: while no readings come, nothing opens and nothing closes.
 *
 * <p>Not thread-safe. The same readings give the same detections, with a {@link #snapshot} and restore anywhere between them.
 */
public final class RuleWatch {
    private static final String MAGIC = "WKRW";
    private static final int VERSION = 1;

    private final Condition.OfSensor condition;
    private final Detector detector;
    private final DelayedState state;

    public RuleWatch(Condition.OfSensor condition) {
        this(condition, detector(condition), new DelayedState());
    }

    private RuleWatch(Condition.OfSensor condition, Detector detector, DelayedState state) {
        this.condition = condition;
        this.detector = detector;
        this.state = state;
    }

    /**
     * The watch as it was when the snapshot was taken.
     *
     * @throws UnreadableStateException when the bytes are no snapshot of this
     */
    public static RuleWatch restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        Condition.OfSensor condition = ConditionState.read(in);
        byte[] detector = in.getBytes();
        DelayedState state = new DelayedState();
        state.read(in);
        in.end();
        return new RuleWatch(
                condition,
                condition instanceof Condition.Limit
                        ? LimitDetector.restore(detector)
                        : RateOfChangeDetector.restore(detector),
                state);
    }

    public Condition.OfSensor condition() {
        return condition;
    }

    /**
     * Takes in the next reading.
     *
     * @param timeMillis event time in milliseconds since 1970, at or after that of the reading before
     * @return what is to be told, mostly nothing
     */
    public List<Detection> judge(long timeMillis, double value) {
        boolean holds = detector.score(timeMillis, new double[] {value}).value() > 0;
        return switch (state.take(timeMillis, holds, condition.delays())) {
            case ON -> List.of(message(Detection.Phase.OPENED, timeMillis));
            case OFF -> List.of(message(Detection.Phase.CLOSED, timeMillis));
            case NONE -> List.of();
        };
    }

    /** Whether an episode is told of and not over. */
    public boolean isOpen() {
        return state.told();
    }

    /** Closes the episode whose condition is gone and which only waits for its off-delay, if there is one. */
    List<Detection> flush(long timeMillis) {
        return state.flush() ? List.of(message(Detection.Phase.CLOSED, timeMillis)) : List.of();
    }

    /** Closes the episode that is open, if one is: the condition is no longer watched. */
    public List<Detection> end(long timeMillis) {
        return state.told() ? List.of(message(Detection.Phase.CLOSED, timeMillis)) : List.of();
    }

    /**
     * A watch for the same name with other numbers, from the next reading on. An open episode stays open until the new
     * condition says otherwise.
     *
     * @throws IllegalArgumentException when the condition has another name or is of another sensor
     */
    public RuleWatch with(Condition.OfSensor next) {
        if (!next.name().equals(condition.name()) || !next.sensor().equals(condition.sensor())) {
            throw new IllegalArgumentException(next + " cannot take the place of " + condition);
        }
        return new RuleWatch(next, detector(next), state);
    }

    private static Detector detector(Condition.OfSensor condition) {
        if (condition instanceof Condition.Limit limit) {
            return new LimitDetector(limit.limits());
        }
        if (condition instanceof Condition.RateOfChange rate) {
            return new RateOfChangeDetector(rate.mostPerSecond(), rate.deadbandPerSecond(), rate.over());
        }
        throw new IllegalStateException("unknown condition " + condition);
    }

    private Detection message(Detection.Phase phase, long timeMillis) {
        Instant openedAt = Instant.ofEpochMilli(state.begunAt());
        Instant at = Instant.ofEpochMilli(Math.max(timeMillis, state.begunAt()));
        return new Detection(
                DetectionId.of(condition.name(), condition.sensor(), openedAt),
                condition.asset(),
                condition.name(),
                phase,
                openedAt,
                at,
                new TimeSpan(openedAt, at.plusMillis(1)),
                1,
                0,
                List.of(new Contribution(condition.sensor(), 1)));
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        ConditionState.write(out, condition);
        out.putBytes(detector.snapshot());
        state.write(out);
        return out.toBytes();
    }
}
