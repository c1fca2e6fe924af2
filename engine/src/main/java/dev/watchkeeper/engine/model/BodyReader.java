package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.UnreadableStateException;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads what a {@link BodyWriter} wrote, in the same order; fails as {@link StateReader} does. */
final class BodyReader {
    /** More entries than any list of a model can have. */
    private static final int MOST = 100_000;

    private final StateReader in;

    BodyReader(StateReader in) {
        this.in = in;
    }

    StateReader raw() {
        return in;
    }

    String text() {
        return new String(in.getBytes(), StandardCharsets.UTF_8);
    }

    SensorId sensor() {
        return SensorId.parse(text());
    }

    Instant time() {
        long seconds = in.getLong();
        return Instant.ofEpochSecond(seconds, in.getInt());
    }

    Duration duration() {
        long seconds = in.getLong();
        return Duration.ofSeconds(seconds, in.getInt());
    }

    TimeSpan span() {
        Instant start = time();
        return new TimeSpan(start, time());
    }

    <T> List<T> list(Supplier<T> each) {
        int size = in.getInt();
        if (size < 0 || size > MOST) {
            throw new UnreadableStateException("a list cannot have " + size + " entries");
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(each.get());
        }
        return list;
    }
}
