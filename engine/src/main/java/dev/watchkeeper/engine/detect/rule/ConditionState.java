package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;

/** How the condition of a sensor stands in a snapshot. */
final class ConditionState {
    private static final int LIMIT = 1;
    private static final int RATE = 2;

    private ConditionState() {}

    static void write(StateWriter out, Condition.OfSensor condition) {
        if (condition instanceof Condition.Limit limit) {
            out.putInt(LIMIT);
            out.putText(limit.sensor().toString());
            out.putText(limit.level().name());
            out.putDouble(limit.limit());
            out.putDouble(limit.deadband());
        } else if (condition instanceof Condition.RateOfChange rate) {
            out.putInt(RATE);
            out.putText(rate.sensor().toString());
            out.putDouble(rate.mostPerSecond());
            out.putDouble(rate.deadbandPerSecond());
            out.putLong(rate.over().toMillis());
        } else {
            throw new IllegalStateException("unknown condition " + condition);
        }
        write(out, condition.delays());
    }

    static Condition.OfSensor read(StateReader in) {
        int kind = in.getInt();
        try {
            return switch (kind) {
                case LIMIT ->
                    new Condition.Limit(
                            SensorId.parse(in.getText()),
                            Condition.Level.valueOf(in.getText()),
                            in.getDouble(),
                            in.getDouble(),
                            delays(in));
                case RATE ->
                    new Condition.RateOfChange(
                            SensorId.parse(in.getText()),
                            in.getDouble(),
                            in.getDouble(),
                            Duration.ofMillis(in.getLong()),
                            delays(in));
                default ->
                    throw new UnreadableStateException("a snapshot tells of a condition of unknown kind " + kind);
            };
        } catch (IllegalArgumentException e) {
            throw new UnreadableStateException("a snapshot's condition is damaged: " + e.getMessage(), e);
        }
    }

    static void write(StateWriter out, Delays delays) {
        out.putLong(delays.on().toMillis());
        out.putLong(delays.off().toMillis());
    }

    static Delays delays(StateReader in) {
        return new Delays(Duration.ofMillis(in.getLong()), Duration.ofMillis(in.getLong()));
    }
}
