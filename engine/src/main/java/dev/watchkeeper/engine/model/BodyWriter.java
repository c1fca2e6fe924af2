package dev.watchkeeper.engine.model;

import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Writes the values of which a model's body consists. {@link BodyReader} reads them. */
final class BodyWriter {
    private final StateWriter out;

    BodyWriter(StateWriter out) {
        this.out = out;
    }

    StateWriter raw() {
        return out;
    }

    void text(String text) {
        out.putBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void sensor(SensorId sensor) {
        text(sensor.toString());
    }

    void time(Instant time) {
        out.putLong(time.getEpochSecond());
        out.putInt(time.getNano());
    }

    void duration(Duration duration) {
        out.putLong(duration.getSeconds());
        out.putInt(duration.getNano());
    }

    void span(TimeSpan span) {
        time(span.start());
        time(span.end());
    }

    <T> void list(List<T> list, Consumer<T> each) {
        out.putInt(list.size());
        list.forEach(each);
    }
}
