package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the messages of one episode for tests: it opens on the discharge pressure of P-101 at a given moment. */
public final class Episode {
    public static final SensorId PRESSURE = SensorId.of("P-101", "pressure");
    public static final SensorId FLOW = SensorId.of("P-101", "flow");

    private final Instant openedAt;

    public Episode(Instant openedAt) {
        this.openedAt = openedAt;
    }

    public AlarmId alarm() {
        return new AlarmId(id().value());
    }

    public Detection opened(double score) {
        return message(Phase.OPENED, 0, score, 1);
    }

    public Detection worsened(int minute, double score) {
        return message(Phase.WORSENED, minute, score, 1);
    }

    public Detection closed(int minute, double score) {
        return message(Phase.CLOSED, minute, score, 1);
    }

    public Detection message(Phase phase, int minute, double score, double falseAlarmsPerDay) {
        Instant at = openedAt.plus(Duration.ofMinutes(minute));
        return new Detection(
                id(),
                PRESSURE.asset(),
                "novelty",
                phase,
                openedAt,
                at,
                TimeSpan.before(at, Duration.ofMinutes(30)),
                score,
                falseAlarmsPerDay,
                List.of(new Contribution(PRESSURE, score), new Contribution(FLOW, 1 - score)),
                evidence(score));
    }

    private Evidence evidence(double score) {
        TimeSpan window = TimeSpan.before(openedAt, Duration.ofMinutes(1));
        TimeSpan earlier = TimeSpan.before(openedAt.minus(Duration.ofDays(9)), Duration.ofMinutes(1));
        return new Evidence(
                List.of(
                        new ScorePart(PRESSURE, ScorePart.Kind.LEVEL, 3, 10 * score, score),
                        new ScorePart(FLOW, ScorePart.Kind.SHAPE, 96, 1, 1 - score)),
                List.of(new EarlierWindow(PRESSURE, millis(window), millis(earlier), 0.4, 0.1)));
    }

    /** Detectors know time to the millisecond. */
    private static TimeSpan millis(TimeSpan span) {
        return new TimeSpan(
                Instant.ofEpochMilli(span.start().toEpochMilli()),
                Instant.ofEpochMilli(span.end().toEpochMilli()));
    }

    private DetectionId id() {
        return DetectionId.of("novelty", PRESSURE, openedAt);
    }
}
