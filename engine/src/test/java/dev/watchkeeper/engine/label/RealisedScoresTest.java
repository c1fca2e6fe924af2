package dev.watchkeeper.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RealisedScoresTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final AssetId FAN = new AssetId("V-7");
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final TimeSpan TWO_WEEKS =
            new TimeSpan(MONDAY, MONDAY.plus(WEEK).plus(WEEK));

    private Instant now = MONDAY;
    private final LabelDesk desk = new LabelDesk(new MemoryLabelBook(), () -> now);
    private final List<Alarm> alarms = new ArrayList<>();

    /**
     * Two weeks, worked out by hand. Times are hours after Monday 0:00 of week 1; an alarm opens and is raised at "opens"
     * and lasts 2 h; its window reaches 1 h further back. "→" is a changed answer, "⊘" one taken back.
     *
     * <pre>
     * week 1  opens  answers (at hour)                            counts as                 delay
     *   A       10   true (11)                                    TP                         1 h
     *   B       20   not (22)                                     FP                         2 h
     *   C       30   not (31) → true (230: late and flipped)      TP                       200 h
     *   D       40   true (41) → not (44)                         FP                         4 h
     *   E       50   maintenance (53)                             labelled, judges nothing   3 h
     *   F       60   unknown (65)                                 labelled, judges nothing   5 h
     *   G       70   -                                            coverage only
     *   H       80   true (81) ⊘ (82)                             coverage only
     *   I       90   not (91) → true (92) ⊘ (93): back to not     FP                         1 h
     *   spans by hand: true at 10.5-11 (over A: not missed), true at 68-69.5 (into G's window: not missed),
     *                  true at 120-122 and true at 121-125 (they overlap: missed once), not at 140-141, maintenance at
     *                  150-151, true at 160-161 ⊘ (taken back)
     *   alarms 9, labelled A B C D E F I = 7; TP = A C = 2; FP = B D I = 3; missed = 1
     *   precision 2/5; recall 2/3; F1 = 4/(4+3+1) = 1/2; coverage 7/9
     *   delays 1 1 2 3 4 5 200 h: median = 4th = 3 h; 90 % = ceil(6.3) = 7th = 200 h
     *
     * week 2  (from hour 168)
     *   J      170   true (360: late)                             TP                       190 h
     *   K      200   -                                            coverage only
     *   spans by hand: true at 300-301 (missed), and on the fan, which has no alarm, true at 170-171 (missed)
     *   alarms 2, labelled 1; TP 1; FP 0; missed 2; precision 1; recall 1/3; F1 = 2/(2+0+2) = 1/2; coverage 1/2
     * </pre>
     */
    @Test
    void precisionRecallAndF1AreThoseWorkedOutByHand() {
        weekOne();
        weekTwo();

        List<RealisedScore> weeks = RealisedScores.overTime(TWO_WEEKS, WEEK, alarms, desk.all(TWO_WEEKS));

        assertThat(weeks).hasSize(2);
        RealisedScore first = weeks.get(0);
        assertThat(first.span()).isEqualTo(new TimeSpan(MONDAY, MONDAY.plus(WEEK)));
        assertThat(first.alarms()).isEqualTo(9);
        assertThat(first.labelled()).isEqualTo(7);
        assertThat(first.truePositives()).isEqualTo(2);
        assertThat(first.falsePositives()).isEqualTo(3);
        assertThat(first.missed()).isEqualTo(1);
        assertThat(first.judged()).isEqualTo(6);
        assertThat(first.precision()).hasValueCloseTo(2 / 5.0, within(1e-12));
        assertThat(first.recall()).hasValueCloseTo(2 / 3.0, within(1e-12));
        assertThat(first.f1()).hasValueCloseTo(1 / 2.0, within(1e-12));
        assertThat(first.coverage()).hasValueCloseTo(7 / 9.0, within(1e-12));
        assertThat(first.medianDelay()).contains(Duration.ofHours(3));
        assertThat(first.delay90()).contains(Duration.ofHours(200));
        RealisedScore second = weeks.get(1);
        assertThat(second.alarms()).isEqualTo(2);
        assertThat(second.labelled()).isEqualTo(1);
        assertThat(second.truePositives()).isEqualTo(1);
        assertThat(second.falsePositives()).isZero();
        assertThat(second.missed()).isEqualTo(2);
        assertThat(second.precision()).hasValue(1);
        assertThat(second.recall()).hasValueCloseTo(1 / 3.0, within(1e-12));
        assertThat(second.f1()).hasValueCloseTo(1 / 2.0, within(1e-12));
        assertThat(second.coverage()).hasValueCloseTo(1 / 2.0, within(1e-12));
        assertThat(second.delay90()).contains(Duration.ofHours(190));
    }

    @Test
    void beforeTheLateAnswersAreInTheScoreIsAnother() {
        weekOne();

        RealisedScore soon = RealisedScores.of(
                new TimeSpan(MONDAY, MONDAY.plus(WEEK)),
                alarms,
                desk.all(TWO_WEEKS).stream()
                        .filter(label -> label.at().isBefore(MONDAY.plus(WEEK)))
                        .toList());

        // Without C: TP 1 (A), FP 3 (B, D, I), missed 1.
        assertThat(soon.f1()).hasValueCloseTo(2 / 6.0, within(1e-12));
        assertThat(soon.coverage()).hasValueCloseTo(6 / 9.0, within(1e-12));
    }

    @Test
    void whereNothingWasJudgedThereIsNoNumber() {
        alarm("A", 10, 2);
        answer(10.5, "A", LabelKind.UNKNOWN);

        RealisedScore score = RealisedScores.of(TWO_WEEKS, alarms, desk.all(TWO_WEEKS));

        assertThat(score.precision()).isEmpty();
        assertThat(score.recall()).isEmpty();
        assertThat(score.f1()).isEmpty();
        assertThat(score.coverage()).hasValue(1);
        RealisedScore nothing = RealisedScores.of(TWO_WEEKS, List.of(), List.of());
        assertThat(nothing.coverage()).isEmpty();
        assertThat(nothing.medianDelay()).isEmpty();
    }

    @Test
    void anAlarmThatOpenedBeforeTheSpanAndHasNotEndedStillTellsOfWhatIsInIt() {
        alarms.add(alarm("A", MONDAY.minus(WEEK), null));
        span(PUMP, 30, 31, LabelKind.TRUE_ANOMALY);

        RealisedScore score = RealisedScores.of(TWO_WEEKS, alarms, desk.all(TWO_WEEKS));

        assertThat(score.missed()).isZero();
        assertThat(score.alarms()).isZero();
    }

    @Test
    void theLastBucketMayBeShorterAndABucketCoversTime() {
        TimeSpan tenDays = new TimeSpan(MONDAY, MONDAY.plus(Duration.ofDays(10)));

        assertThat(RealisedScores.overTime(tenDays, WEEK, List.of(), List.of()))
                .extracting(score -> score.span().length())
                .containsExactly(WEEK, Duration.ofDays(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RealisedScores.overTime(tenDays, Duration.ZERO, List.of(), List.of()));
    }

    private void weekOne() {
        for (String name : List.of("A", "B", "C", "D", "E", "F", "G", "H", "I")) {
            alarm(name, 10 * (1 + name.charAt(0) - 'A'), 2);
        }
        answer(11, "A", LabelKind.TRUE_ANOMALY);
        answer(22, "B", LabelKind.NOT_AN_ANOMALY);
        answer(31, "C", LabelKind.NOT_AN_ANOMALY);
        answer(41, "D", LabelKind.TRUE_ANOMALY);
        answer(44, "D", LabelKind.NOT_AN_ANOMALY);
        answer(53, "E", LabelKind.MAINTENANCE);
        answer(65, "F", LabelKind.UNKNOWN);
        Label taken = answer(81, "H", LabelKind.TRUE_ANOMALY);
        undo(82, taken);
        answer(91, "I", LabelKind.NOT_AN_ANOMALY);
        undo(93, answer(92, "I", LabelKind.TRUE_ANOMALY));
        answer(230, "C", LabelKind.TRUE_ANOMALY);
        span(PUMP, 10.5, 11, LabelKind.TRUE_ANOMALY);
        span(PUMP, 68, 69.5, LabelKind.TRUE_ANOMALY);
        span(PUMP, 120, 122, LabelKind.TRUE_ANOMALY);
        span(PUMP, 121, 125, LabelKind.TRUE_ANOMALY);
        span(PUMP, 140, 141, LabelKind.NOT_AN_ANOMALY);
        span(PUMP, 150, 151, LabelKind.MAINTENANCE);
        undo(162, span(PUMP, 160, 161, LabelKind.TRUE_ANOMALY));
    }

    private void weekTwo() {
        alarm("J", 170, 2);
        alarm("K", 200, 2);
        answer(360, "J", LabelKind.TRUE_ANOMALY);
        span(PUMP, 300, 301, LabelKind.TRUE_ANOMALY);
        span(FAN, 170, 171, LabelKind.TRUE_ANOMALY);
    }

    private void alarm(String name, double hour, double hours) {
        alarms.add(alarm(name, at(hour), at(hour + hours)));
    }

    private static Alarm alarm(String name, Instant openedAt, @Nullable Instant closedAt) {
        return new Alarm(
                new AlarmId(name),
                PUMP,
                "novelty",
                "unusual",
                Priority.MEDIUM,
                closedAt == null ? AlarmState.ACTIVE_UNACKNOWLEDGED : AlarmState.RETURNED_UNACKNOWLEDGED,
                openedAt,
                openedAt,
                closedAt,
                TimeSpan.before(openedAt, Duration.ofHours(1)),
                0.9,
                List.of(),
                new Guidance("cause", "consequence", "action", Duration.ofMinutes(10)),
                null);
    }

    private Label answer(double hour, String alarm, LabelKind kind) {
        now = at(hour);
        Alarm answered = alarms.stream()
                .filter(each -> each.id().value().equals(alarm))
                .findFirst()
                .orElseThrow();
        return desk.put(LabelSubject.of(answered, now), kind, "", "ada");
    }

    private void undo(double hour, Label label) {
        now = at(hour);
        desk.undo(label, "ada");
    }

    private Label span(AssetId asset, double from, double to, LabelKind kind) {
        now = at(to + 1);
        return desk.put(LabelSubject.span(asset, List.of(), new TimeSpan(at(from), at(to))), kind, "", "ada");
    }

    private static Instant at(double hour) {
        return MONDAY.plusSeconds(Math.round(hour * 3_600));
    }
}
