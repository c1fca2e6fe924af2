package dev.watchkeeper.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.model.desk.Answers;
import dev.watchkeeper.engine.model.train.LeftOut;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelAnswersTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(1));
    private static final TimeSpan DAY = new TimeSpan(START, NOW);

    @TempDir
    private Path directory;

    private Store store;
    private AlarmDesk alarms;
    private LabelDesk labels;
    private Answers answers;

    @BeforeEach
    void open() {
        InstantSource clock = InstantSource.fixed(NOW);
        store = Store.open(directory);
        alarms = new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, clock);
        labels = new LabelDesk(store.labels(), clock);
        answers = new LabelAnswers(labels, alarms);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anomaliesAndMaintenanceAreLeftOutAndWhatIsNormalStaysIn() {
        label(1, LabelKind.TRUE_ANOMALY);
        label(2, LabelKind.MAINTENANCE);
        label(3, LabelKind.UNKNOWN);
        label(4, LabelKind.NOT_AN_ANOMALY);

        Answers.Lesson lesson = answers.lesson(PUMP, DAY);

        assertThat(lesson.leftOut().stretches())
                .containsExactly(
                        new LeftOut.Stretch(Set.of(FLOW), hour(1), NOW),
                        new LeftOut.Stretch(Set.of(FLOW), hour(2), NOW));
        assertThat(lesson.keptAsNormal()).isEqualTo(1);
    }

    @Test
    void aConfirmedDriftAlarmLeavesNothingOutAndAConfirmedAnomalyDoes() {
        labels.put(LabelSubject.of(alarm("drift", 5), NOW), LabelKind.TRUE_ANOMALY, "", "eva");
        labels.put(LabelSubject.of(alarm("novelty", 7), NOW), LabelKind.TRUE_ANOMALY, "", "eva");

        assertThat(answers.lesson(PUMP, DAY).leftOut().stretches())
                .extracting(LeftOut.Stretch::span)
                .containsExactly(hour(7));
    }

    @Test
    void theScoreIsThatOfTheAnsweredAlarms() {
        labels.put(LabelSubject.of(alarm("novelty", 5), NOW), LabelKind.TRUE_ANOMALY, "", "eva");
        labels.put(LabelSubject.of(alarm("novelty", 7), NOW), LabelKind.NOT_AN_ANOMALY, "", "eva");

        Answers.Score score = answers.score(PUMP, DAY);

        assertThat(score.judged()).isEqualTo(2);
        assertThat(score.f1()).hasValue(2.0 / 3);
    }

    private void label(int hour, LabelKind kind) {
        labels.put(LabelSubject.span(PUMP, List.of(FLOW), hour(hour)), kind, "", "eva");
    }

    /** One that opened and closed within the hour. */
    private Alarm alarm(String rule, int hour) {
        DetectionId id = DetectionId.of(rule, FLOW, hour(hour).start());
        alarms.accept(List.of(new Detection(
                id,
                PUMP,
                rule,
                Detection.Phase.CLOSED,
                hour(hour).start(),
                hour(hour).end(),
                hour(hour),
                0.9,
                1,
                List.of(new Contribution(FLOW, 1)))));
        return alarms.current().stream()
                .filter(alarm -> alarm.id().value().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private static TimeSpan hour(int hour) {
        Instant start = START.plus(Duration.ofHours(hour));
        return new TimeSpan(start, start.plus(Duration.ofHours(1)));
    }
}
