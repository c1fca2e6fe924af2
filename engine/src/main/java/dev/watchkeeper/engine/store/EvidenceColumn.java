package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How evidence stands in column {@code evidence} of table {@code alarm}. */
final class EvidenceColumn {
    private final ObjectMapper json;

    EvidenceColumn(ObjectMapper json) {
        this.json = json;
    }

    @Nullable String written(Evidence evidence) {
        if (evidence.equals(Evidence.NONE)) {
            return null;
        }
        try {
            return json.writeValueAsString(new Written(
                    evidence.parts().stream().map(Part::of).toList(),
                    evidence.earlier().stream().map(Earlier::of).toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence cannot be written as JSON", e);
        }
    }

    Evidence read(@Nullable String text) throws SQLException {
        if (text == null) {
            return Evidence.NONE;
        }
        try {
            Written written = json.readValue(text, Written.class);
            return new Evidence(
                    written.parts.stream().map(Part::part).toList(),
                    written.earlier.stream().map(Earlier::window).toList());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("evidence is not the JSON that was written: " + text, e);
        }
    }

    /** Evidence as JSON has it. */
    record Written(List<Part> parts, List<Earlier> earlier) {}

    /** A part of the score as JSON has it. */
    record Part(String sensor, ScorePart.Kind kind, int samples, double size, double share) {
        static Part of(ScorePart part) {
            return new Part(part.sensor().toString(), part.kind(), part.samples(), part.size(), part.share());
        }

        ScorePart part() {
            return new ScorePart(SensorId.parse(sensor), kind, samples, size, share);
        }
    }

    /** An earlier window as JSON has it; times in milliseconds since 1970. */
    record Earlier(
            String sensor, long windowStart, long windowEnd, long start, long end, double distance, double usual) {
        static Earlier of(EarlierWindow window) {
            return new Earlier(
                    window.sensor().toString(),
                    window.window().start().toEpochMilli(),
                    window.window().end().toEpochMilli(),
                    window.earlier().start().toEpochMilli(),
                    window.earlier().end().toEpochMilli(),
                    window.distance(),
                    window.usual());
        }

        EarlierWindow window() {
            return new EarlierWindow(
                    SensorId.parse(sensor), span(windowStart, windowEnd), span(start, end), distance, usual);
        }

        private static TimeSpan span(long start, long end) {
            return new TimeSpan(Instant.ofEpochMilli(start), Instant.ofEpochMilli(end));
        }
    }
}
