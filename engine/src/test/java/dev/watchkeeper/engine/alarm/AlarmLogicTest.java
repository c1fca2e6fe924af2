package dev.watchkeeper.engine.alarm;

import static dev.watchkeeper.engine.alarm.AlarmState.ACTIVE_ACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.ACTIVE_UNACKNOWLEDGED;
import static dev.watchkeeper.engine.alarm.AlarmState.NORMAL;
import static dev.watchkeeper.engine.alarm.AlarmState.RETURNED_UNACKNOWLEDGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.alarm.JournalEntry.Kind;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmLogicTest {
    private static final Instant OPENED_AT = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:02Z");
    private static final Guidance GUIDANCE = new Guidance("cause", "consequence", "action", Duration.ofMinutes(10));

    private static final Suppression SHELF = new Suppression(
            new AlarmSource(Episode.PRESSURE.asset(), "novelty"),
            Suppression.Kind.SHELVED,
            "ada",
            "known",
            NOW,
            NOW.plusSeconds(600));

    private final Episode episode = new Episode(OPENED_AT);
    private final Detection opened = episode.opened(0.6);
    private final Detection worse = episode.worsened(2, 0.8);
    private final Detection worst = episode.worsened(4, 0.95);
    private final Detection closed = episode.closed(9, 0.95);

    @Test
    void anOpeningRaisesAnAlarmThatIsActiveAndUnacknowledged() {
        Scenario scenario = scenario().detected(opened);

        Alarm alarm = scenario.alarm();
        assertThat(alarm.state()).isEqualTo(ACTIVE_UNACKNOWLEDGED);
        assertThat(alarm.id()).isEqualTo(episode.alarm());
        assertThat(alarm.openedAt()).isEqualTo(OPENED_AT);
        assertThat(alarm.raisedAt()).isEqualTo(NOW);
        assertThat(alarm.window()).isEqualTo(opened.window());
        assertThat(alarm.score()).isEqualTo(0.6);
        assertThat(alarm.contributions()).isEqualTo(opened.contributions());
        assertThat(alarm.guidance()).isEqualTo(GUIDANCE);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED);
    }

    @Test
    void acknowledgingAnActiveAlarmKeepsItActive() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "seen");

        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_ACKNOWLEDGED);
        assertThat(scenario.alarm().acknowledgment()).contains(new Alarm.Acknowledgment("ada", "seen", NOW));
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED);
        assertThat(scenario.journal.get(1).who()).isEqualTo("ada");
    }

    @Test
    void anAlarmWhoseConditionEndsUnacknowledgedWaitsForAnAcknowledgment() {
        Scenario scenario = scenario().detected(opened).detected(closed);

        assertThat(scenario.alarm().state()).isEqualTo(RETURNED_UNACKNOWLEDGED);
        assertThat(scenario.alarm().closedAt()).contains(closed.at());
        assertThat(scenario.kinds()).contains(Kind.RETURNED);
    }

    @Test
    void acknowledgingAReturnedAlarmEndsIt() {
        Scenario scenario = scenario().detected(opened).detected(closed).acknowledged("ada", "");

        assertThat(scenario.alarm().state()).isEqualTo(NORMAL);
    }

    @Test
    void anAcknowledgedAlarmIsOverWhenItsConditionEnds() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "").detected(episode.closed(9, 0.6));

        assertThat(scenario.alarm().state()).isEqualTo(NORMAL);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED, Kind.RETURNED);
    }

    @Test
    void aHigherScoreWorsensTheAlarmAndBringsItsContributionsAndItsEvidence() {
        Scenario scenario = scenario().detected(opened).detected(worse);

        assertThat(scenario.alarm().score()).isEqualTo(0.8);
        assertThat(scenario.alarm().contributions()).isEqualTo(worse.contributions());
        assertThat(scenario.alarm().evidence()).isEqualTo(worse.evidence());
        assertThat(scenario.alarm().window()).isEqualTo(opened.window());
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.WORSENED);
    }

    @Test
    void aWorseScoreOfTheSamePriorityLeavesTheAcknowledgmentStanding() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "").detected(worse);

        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_ACKNOWLEDGED);
    }

    @Test
    void aRisingPriorityMustBeAcknowledgedAgain() {
        Scenario scenario = scenario()
                .detected(opened, Priority.LOW)
                .acknowledged("ada", "")
                .detected(worse, Priority.HIGH);

        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_UNACKNOWLEDGED);
        assertThat(scenario.alarm().priority()).isEqualTo(Priority.HIGH);
        assertThat(scenario.alarm().acknowledgment()).isEmpty();
        assertThat(scenario.journal.get(2).text())
                .contains("priority HIGH, was LOW")
                .contains("acknowledged again");
    }

    @Test
    void aPriorityNeverFalls() {
        Scenario scenario = scenario().detected(opened, Priority.HIGH).detected(worse, Priority.LOW);

        assertThat(scenario.alarm().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void aLatchedAlarmStaysAfterItsConditionUntilItIsAcknowledgedAndReset() {
        Scenario scenario = latching().detected(opened).detected(closed);
        AlarmState latched = scenario.alarm().state();

        scenario.acknowledged("ada", "seen");
        AlarmState acknowledged = scenario.alarm().state();
        scenario.happens(new AlarmEvent.Reset("ada", "valve shut", NOW));

        assertThat(latched).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        assertThat(acknowledged).isEqualTo(AlarmState.LATCHED_ACKNOWLEDGED);
        assertThat(scenario.alarm().state()).isEqualTo(NORMAL);
        assertThat(scenario.alarm().closedAt()).contains(closed.at());
        assertThat(scenario.kinds()).endsWith(Kind.RETURNED, Kind.ACKNOWLEDGED, Kind.RESET);
    }

    @Test
    void aLatchThatIsResetBeforeItIsAcknowledgedLeavesAReturnedAlarm() {
        Scenario scenario = latching().detected(opened).detected(closed);

        scenario.happens(new AlarmEvent.Reset("ada", "", NOW));

        assertThat(scenario.alarm().state()).isEqualTo(RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void aLatchCannotBeResetWhileTheConditionHolds() {
        Scenario scenario = latching().detected(opened).acknowledged("ada", "");
        Alarm before = scenario.alarm();

        scenario.happens(new AlarmEvent.Reset("ada", "", NOW));

        assertThat(scenario.alarm()).isEqualTo(before);
        assertThat(scenario.kinds()).doesNotContain(Kind.RESET);
    }

    @Test
    void anAcknowledgedAlarmIsRaisedAgainWhenItsTimeIsOverAndNotBefore() {
        Duration after = Duration.ofMinutes(20);
        Scenario scenario = new Scenario(new AlarmLogic(new AlarmTraits(false, after)))
                .detected(opened)
                .acknowledged("ada", "");

        scenario.happens(new AlarmEvent.Ticked(NOW.plus(after).minusMillis(1)));
        AlarmState before = scenario.alarm().state();
        scenario.happens(new AlarmEvent.Ticked(NOW.plus(after)));

        assertThat(before).isEqualTo(ACTIVE_ACKNOWLEDGED);
        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_UNACKNOWLEDGED);
        assertThat(scenario.alarm().acknowledgment()).isEmpty();
        assertThat(scenario.kinds()).endsWith(Kind.REALARMED);
    }

    @Test
    void timeDoesNothingToAnAlarmThatIsNotRaisedAgain() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "");
        Alarm before = scenario.alarm();

        scenario.happens(new AlarmEvent.Ticked(NOW.plus(Duration.ofDays(30))));

        assertThat(scenario.alarm()).isEqualTo(before);
    }

    @Test
    void anAlarmThatWasShelvedIsToBeAcknowledgedAgainWhenItComesBack() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "");

        scenario.happens(suppressed(List.of(SHELF), Kind.SHELVED));
        boolean hidden = scenario.alarm().suppressed();
        scenario.happens(suppressed(List.of(), Kind.UNSHELVED));

        assertThat(hidden).isTrue();
        assertThat(scenario.alarm().suppressed()).isFalse();
        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_UNACKNOWLEDGED);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED, Kind.SHELVED, Kind.UNSHELVED);
    }

    @Test
    void anAlarmStaysHiddenWhileAnythingSuppressesIt() {
        Suppression service =
                new Suppression(SHELF.source(), Suppression.Kind.OUT_OF_SERVICE, "bob", "being mended", NOW, null);
        Scenario scenario = scenario()
                .detected(opened)
                .acknowledged("ada", "")
                .happens(suppressed(List.of(SHELF, service), Kind.OUT_OF_SERVICE));

        scenario.happens(suppressed(List.of(service), Kind.UNSHELVED));

        assertThat(scenario.alarm().suppressed()).isTrue();
        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_ACKNOWLEDGED);
    }

    @Test
    void anAlarmThatReturnsWhileNobodyIsShownItIsOver() {
        Scenario scenario = scenario().detected(opened).happens(suppressed(List.of(SHELF), Kind.SHELVED));

        scenario.detected(closed);

        assertThat(scenario.alarm().state()).isEqualTo(NORMAL);
    }

    @Test
    void aSuppressedAlarmIsNotRaisedAgainByTheClock() {
        Scenario scenario = new Scenario(new AlarmLogic(new AlarmTraits(false, Duration.ofMinutes(1))))
                .detected(opened)
                .acknowledged("ada", "")
                .happens(suppressed(List.of(SHELF), Kind.SHELVED));

        scenario.happens(new AlarmEvent.Ticked(NOW.plus(Duration.ofHours(1))));

        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_ACKNOWLEDGED);
    }

    @Test
    void anAlarmOfASuppressedSourceIsRaisedHidden() {
        Scenario scenario = scenario()
                .happens(new AlarmEvent.Detected(opened, Priority.LOW, GUIDANCE, "Pressure", NOW, List.of(SHELF)));

        assertThat(scenario.alarm().suppressed()).isTrue();
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.SHELVED);
    }

    @Test
    void anAlarmIsTakenCareOfByOneUserAtATime() {
        Scenario scenario = scenario()
                .detected(opened)
                .happens(new AlarmEvent.Assigned("ada", "bob", NOW))
                .happens(new AlarmEvent.Assigned("ada", "bob", NOW));
        String first = scenario.alarm().handling().owner().orElseThrow();

        scenario.happens(new AlarmEvent.Assigned("bob", "", NOW));

        assertThat(first).isEqualTo("bob");
        assertThat(scenario.alarm().handling().owner()).isEmpty();
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.ASSIGNED, Kind.ASSIGNED);
        assertThat(scenario.journal.get(2).text()).isEqualTo("to nobody");
    }

    @Test
    void aNoteStandsInTheJournalAndChangesNothing() {
        Scenario scenario = scenario().detected(opened);
        Alarm before = scenario.alarm();

        scenario.happens(new AlarmEvent.Noted("ada", "strainer ordered", NOW));

        assertThat(scenario.alarm()).isEqualTo(before);
        assertThat(scenario.journal.get(1))
                .isEqualTo(new JournalEntry(episode.alarm(), NOW, Kind.NOTED, "ada", "strainer ordered"));
    }

    @Test
    void anEpisodeThatIsReplayedChangesNothingAtAnyStage() {
        List<Detection> replay = List.of(opened, worse, worst, closed);
        for (boolean acknowledged : new boolean[] {false, true}) {
            Scenario scenario = scenario();
            replay.forEach(scenario::detected);
            if (acknowledged) {
                scenario.acknowledged("ada", "");
            }
            Alarm before = scenario.alarm();
            int entries = scenario.journal.size();

            replay.forEach(scenario::detected);

            assertThat(scenario.alarm()).isEqualTo(before);
            assertThat(scenario.journal).hasSize(entries);
        }
    }

    @Test
    void aReplayWhileTheAlarmIsOpenDoesNotTakeTheAcknowledgmentBack() {
        Scenario scenario = scenario()
                .detected(opened, Priority.LOW)
                .detected(worse, Priority.HIGH)
                .acknowledged("ada", "");

        scenario.detected(opened, Priority.LOW).detected(worse, Priority.HIGH);

        assertThat(scenario.alarm().state()).isEqualTo(ACTIVE_ACKNOWLEDGED);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.WORSENED, Kind.ACKNOWLEDGED);
    }

    @Test
    void acknowledgingTwiceKeepsTheFirst() {
        Scenario scenario = scenario().detected(opened).acknowledged("ada", "first");
        Alarm before = scenario.alarm();

        scenario.acknowledged("bob", "second");

        assertThat(scenario.alarm()).isEqualTo(before);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.ACKNOWLEDGED);
    }

    @Test
    void aClosingBeforeItsOpeningRaisesAnAlarmThatHasReturned() {
        Scenario scenario = scenario().detected(closed);
        AlarmState afterClosing = scenario.alarm().state();

        scenario.detected(opened);

        assertThat(afterClosing).isEqualTo(RETURNED_UNACKNOWLEDGED);
        assertThat(scenario.alarm().state()).isEqualTo(RETURNED_UNACKNOWLEDGED);
        assertThat(scenario.alarm().window()).isEqualTo(opened.window());
        assertThat(scenario.alarm().score()).isEqualTo(0.95);
        assertThat(scenario.kinds()).containsExactly(Kind.RAISED, Kind.RETURNED);
    }

    @Test
    void anAlarmThatWorsensAfterItsEndIsCorrectedButStaysReturned() {
        Scenario scenario = scenario().detected(opened).detected(episode.closed(9, 0.6));

        scenario.detected(worst, Priority.HIGH);

        assertThat(scenario.alarm().state()).isEqualTo(RETURNED_UNACKNOWLEDGED);
        assertThat(scenario.alarm().score()).isEqualTo(0.95);
        assertThat(scenario.alarm().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void anAlarmThatIsOverIsNotOpenedAgainByWhatComesLate() {
        Scenario scenario =
                scenario().detected(opened).detected(episode.closed(9, 0.6)).acknowledged("ada", "");

        scenario.detected(worst, Priority.HIGH);

        assertThat(scenario.alarm().state()).isEqualTo(NORMAL);
        assertThat(scenario.alarm().acknowledgment()).isPresent();
    }

    @Test
    void everyOrderOfTheMessagesLeadsToTheSameAlarm() {
        Alarm expected = scenario()
                .detected(opened)
                .detected(worse)
                .detected(worst)
                .detected(closed)
                .alarm();

        for (List<Detection> order : permutations(List.of(opened, worse, worst, closed))) {
            Scenario scenario = scenario();
            order.forEach(scenario::detected);

            assertThat(scenario.alarm()).as("order %s", order).isEqualTo(expected);
        }
    }

    @Test
    void acknowledgingNoAlarmIsRefused() {
        AlarmEvent event = new AlarmEvent.Acknowledged("ada", "", NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmLogic(false).apply(null, event))
                .withMessageContaining("ada");
    }

    @Test
    void aDetectionOfAnotherEpisodeIsRefused() {
        Alarm alarm = scenario().detected(opened).alarm();
        Detection other = new Episode(OPENED_AT.plusSeconds(60)).opened(0.9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlarmLogic(false).apply(alarm, detected(other, Priority.LOW)))
                .withMessageContaining(other.id().value());
    }

    private static Scenario latching() {
        return new Scenario(new AlarmLogic(true));
    }

    private static AlarmEvent suppressed(List<Suppression> standing, Kind kind) {
        return new AlarmEvent.SuppressionsChanged(standing, kind, "ada", "known", NOW);
    }

    private static Scenario scenario() {
        return new Scenario(new AlarmLogic(false));
    }

    private static AlarmEvent detected(Detection detection, Priority priority) {
        return new AlarmEvent.Detected(detection, priority, GUIDANCE, "Pressure left its usual pattern", NOW);
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : items) {
            List<T> others = new ArrayList<>(items);
            others.remove(first);
            for (List<T> rest : permutations(others)) {
                List<T> order = new ArrayList<>();
                order.add(first);
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }

    /** Lets events happen to one alarm, one after the other. */
    private static final class Scenario {
        private final AlarmLogic logic;
        private final List<Alarm> states = new ArrayList<>();
        final List<JournalEntry> journal = new ArrayList<>();

        Scenario(AlarmLogic logic) {
            this.logic = logic;
        }

        Scenario detected(Detection detection) {
            return detected(detection, Priority.LOW);
        }

        Scenario detected(Detection detection, Priority priority) {
            return happens(AlarmLogicTest.detected(detection, priority));
        }

        Scenario acknowledged(String user, String note) {
            return happens(new AlarmEvent.Acknowledged(user, note, NOW));
        }

        private Scenario happens(AlarmEvent event) {
            AlarmChange change = logic.apply(states.isEmpty() ? null : alarm(), event);
            assertThat(change.changed())
                    .isEqualTo(states.isEmpty() || !change.alarm().equals(alarm()));
            states.add(change.alarm());
            journal.addAll(change.entries());
            return this;
        }

        Alarm alarm() {
            return states.get(states.size() - 1);
        }

        List<Kind> kinds() {
            return journal.stream().map(JournalEntry::kind).toList();
        }
    }
}
