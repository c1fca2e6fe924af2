package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users, clock and logic do to alarms at the desk, restarts included. */
class AlarmControlsTest {
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");
    private static final AssetId PUMP = Episode.PRESSURE.asset();
    private static final AlarmSource NOVELTY = new AlarmSource(PUMP, "novelty");
    private static final TimeSpan EVER = new TimeSpan(Instant.EPOCH, START.plus(Duration.ofDays(9)));

    private final MemoryAlarmBook book = new MemoryAlarmBook();
    private final Map<AlarmSource, String> design = new HashMap<>();
    private Instant now = START;
    private AlarmDefinition definition = AlarmDefinition.usual(new AlarmTraits(false, Duration.ofHours(2)));
    private AlarmDesk desk = restarted();
    private final Episode first = new Episode(START.minusSeconds(60));
    private final Episode second = new Episode(START.plusSeconds(60));

    @Test
    void aShelvedAlarmIsHiddenAndAnAlarmThatComesWhileItIsShelvedToo() {
        desk.accept(List.of(first.opened(0.9)));

        desk.shelve(NOVELTY, false, START.plusSeconds(600), "ada", "sensor being cleaned");
        desk.accept(List.of(second.opened(0.9)));

        assertThat(desk.current()).isEmpty();
        assertThat(desk.suppressed()).extracting(Alarm::id).containsExactly(second.alarm(), first.alarm());
        assertThat(desk.suppressions()).singleElement().satisfies(shelf -> {
            assertThat(shelf.by()).isEqualTo("ada");
            assertThat(shelf.why()).isEqualTo("sensor being cleaned");
        });
    }

    @Test
    void aShelfEndsByTheClockAlsoAfterARestart() {
        desk.accept(List.of(first.opened(0.9)));
        desk.shelve(NOVELTY, false, START.plusSeconds(600), "ada", "known");

        desk = restarted();
        now = START.plusSeconds(599);
        desk.tick();
        boolean stillHidden = desk.current().isEmpty();
        now = START.plusSeconds(600);
        desk.tick();

        assertThat(stillHidden).isTrue();
        assertThat(desk.current()).extracting(Alarm::state).containsExactly(AlarmState.ACTIVE_UNACKNOWLEDGED);
        assertThat(desk.suppressions()).isEmpty();
        assertThat(desk.suppressionChanges(EVER))
                .extracting(SuppressionChange::trigger)
                .containsExactly(SuppressionTrigger.SHELVE, SuppressionTrigger.SHELF_TIME_OVER);
    }

    @Test
    void aShelfForOnceEndsWhenTheAlarmReturnsAndTheNextOneIsShown() {
        desk.accept(List.of(first.opened(0.9)));
        desk.shelve(NOVELTY, true, START.plusSeconds(3_600), "ada", "known");

        desk.accept(List.of(first.closed(2, 0.9), second.opened(0.9)));

        assertThat(desk.find(first.alarm()).orElseThrow().state()).isEqualTo(AlarmState.NORMAL);
        assertThat(desk.current()).extracting(Alarm::id).containsExactly(second.alarm());
        assertThat(desk.suppressions()).isEmpty();
    }

    @Test
    void aShelfCanBeTakenDownAndRenewedByHand() {
        desk.accept(List.of(first.opened(0.9)));
        desk.shelve(NOVELTY, true, START.plusSeconds(60), "ada", "known");

        desk.shelve(NOVELTY, false, START.plusSeconds(600), "bob", "takes longer");
        List<Suppression> renewed = desk.suppressions();
        desk.unshelve(NOVELTY, "bob", "done");

        assertThat(renewed).singleElement().satisfies(shelf -> {
            assertThat(shelf.kind()).isEqualTo(Suppression.Kind.SHELVED);
            assertThat(shelf.until()).contains(START.plusSeconds(600));
        });
        assertThat(desk.current()).hasSize(1);
    }

    @Test
    void aShelfLongerThanTheMostIsRefusedWithWhatToDo() {
        Instant tooLong = START.plus(desk.longestShelf()).plusSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.shelve(NOVELTY, false, tooLong, "ada", "known"))
                .withMessageContaining("out of service");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.shelve(NOVELTY, false, START, "ada", "known"))
                .withMessageContaining("over already");
    }

    @Test
    void nobodySuppressesWithoutANameAndAReason() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.shelve(NOVELTY, false, START.plusSeconds(60), " ", "known"))
                .withMessageContaining("user");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.takeOutOfService(NOVELTY, "ada", " "))
                .withMessageContaining("reason");
        assertThat(desk.suppressionChanges(EVER)).isEmpty();
    }

    @Test
    void aWholeAssetIsTakenOutOfServiceUntilItIsPutBack() {
        desk.accept(List.of(first.opened(0.9)));

        desk.takeOutOfService(AlarmSource.all(PUMP), "bob", "bearing is changed");
        desk = restarted();
        now = START.plus(Duration.ofDays(3));
        desk.tick();
        boolean hidden = desk.current().isEmpty();
        desk.putBackInService(AlarmSource.all(PUMP), "bob", "bearing is changed");

        assertThat(hidden).isTrue();
        assertThat(desk.current()).hasSize(1);
        assertThat(desk.journal(first.alarm()))
                .extracting(JournalEntry::kind)
                .containsExactly(
                        JournalEntry.Kind.RAISED, JournalEntry.Kind.OUT_OF_SERVICE, JournalEntry.Kind.BACK_IN_SERVICE);
    }

    @Test
    void maintenanceMayGiveATimeAfterWhichTheSourceIsBackByItself() {
        desk.takeOutOfService(NOVELTY, START.plusSeconds(60), "bob", "calibration");

        now = START.plusSeconds(60);
        desk.tick();

        assertThat(desk.suppressions()).isEmpty();
    }

    @Test
    void alarmsOfAStoppedAssetAreSuppressedByDesignWhileItStands() {
        desk.accept(List.of(first.opened(0.9)));

        design.put(AlarmSource.all(PUMP), "P-101 is stopped");
        desk.tick();
        List<Alarm> whileStopped = desk.current();
        design.clear();
        desk.tick();

        assertThat(whileStopped).isEmpty();
        assertThat(desk.current()).hasSize(1);
        assertThat(desk.journal(first.alarm()))
                .extracting(JournalEntry::text)
                .contains("by design: P-101 is stopped", "no longer: P-101 is stopped");
    }

    @Test
    void anAlarmOnTheShelfAndOutOfServiceIsShownWhenBothHaveEnded() {
        desk.accept(List.of(first.opened(0.9)));
        desk.shelve(NOVELTY, false, START.plusSeconds(60), "ada", "known");
        desk.takeOutOfService(AlarmSource.all(PUMP), "bob", "calibration");

        desk.unshelve(NOVELTY, "ada", "done");
        boolean hidden = desk.current().isEmpty();
        desk.putBackInService(AlarmSource.all(PUMP), "bob", "done");

        assertThat(hidden).isTrue();
        assertThat(desk.current()).hasSize(1);
    }

    @Test
    void anAcknowledgedAlarmIsRaisedAgainByTheClock() {
        desk.accept(List.of(first.opened(0.9)));
        desk.acknowledge(first.alarm(), "ada", "seen");

        now = START.plus(Duration.ofHours(2));
        desk.tick();

        assertThat(desk.current()).extracting(Alarm::state).containsExactly(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void aTickThatChangesNothingWritesNothing() {
        desk.accept(List.of(first.opened(0.9)));
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(heard::add);
        book.failing(true);

        desk.tick();

        assertThat(heard).isEmpty();
    }

    @Test
    void whenTheBookFailsNothingIsSuppressed() {
        desk.accept(List.of(first.opened(0.9)));
        book.failing(true);

        assertThatIllegalStateException()
                .isThrownBy(() -> desk.shelve(NOVELTY, false, START.plusSeconds(60), "ada", "known"));
        book.failing(false);

        assertThat(desk.current()).hasSize(1);
        assertThat(desk.suppressions()).isEmpty();
    }

    @Test
    void allAlarmsOfAnAssetAreAcknowledgedInOneStep() {
        desk.accept(List.of(first.opened(0.9), second.opened(0.9)));

        int count = desk.acknowledgeAll(PUMP, "ada", "one cause");

        assertThat(count).isEqualTo(2);
        assertThat(desk.current()).allMatch(alarm -> alarm.state() == AlarmState.ACTIVE_ACKNOWLEDGED);
    }

    @Test
    void theFirstOutOfAnAssetStandsOnTopOfItsGroup() {
        desk.accept(List.of(second.opened(0.9), first.opened(0.9)));

        assertThat(desk.byAsset()).singleElement().satisfies(group -> {
            assertThat(group.firstOut().id()).isEqualTo(first.alarm());
            assertThat(group.worst().id()).isEqualTo(second.alarm());
        });
    }

    @Test
    void whatIsLaidDownForASourceCountsForItsAlarms() {
        Guidance guidance = new Guidance("Strainer clogged", "Runs dry", "Switch over", Duration.ofMinutes(5));
        definition = new AlarmDefinition(
                true, 0.5, Priority.HIGH, guidance, "Pressure is above 6 bar", new AlarmTraits(true, null));

        desk.accept(List.of(first.opened(0.9)));
        Detection rare = second.message(Detection.Phase.OPENED, 0, 0.9, 0.1);
        desk.accept(List.of(rare, second.message(Detection.Phase.CLOSED, 1, 0.9, 0.1)));

        assertThat(desk.current()).singleElement().satisfies(alarm -> {
            assertThat(alarm.id()).isEqualTo(second.alarm());
            assertThat(alarm.priority()).isEqualTo(Priority.HIGH);
            assertThat(alarm.guidance()).isEqualTo(guidance);
            assertThat(alarm.message()).isEqualTo("Pressure is above 6 bar");
            assertThat(alarm.state()).isEqualTo(AlarmState.LATCHED_UNACKNOWLEDGED);
        });
        assertThat(desk.reset(second.alarm(), "ada", "").state()).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void aSourceThatIsSwitchedOffRaisesNothingButEndsWhatItRaised() {
        desk.accept(List.of(first.opened(0.9)));
        definition = new AlarmDefinition(false, Double.POSITIVE_INFINITY, null, null, null, AlarmTraits.PLAIN);

        desk.accept(List.of(first.closed(3, 0.9), second.opened(0.9)));

        assertThat(desk.current())
                .extracting(Alarm::id, Alarm::state)
                .containsExactly(tuple(first.alarm(), AlarmState.RETURNED_UNACKNOWLEDGED));
    }

    @Test
    void ownerAndNotesSurviveARestart() {
        desk.accept(List.of(first.opened(0.9)));
        desk.assign(first.alarm(), "bob", "ada");
        desk.note(first.alarm(), "strainer ordered", "bob");

        desk = restarted();

        assertThat(desk.current().get(0).handling().owner()).contains("bob");
        assertThat(desk.journal(first.alarm())).extracting(JournalEntry::text).contains("to bob", "strainer ordered");
    }

    private AlarmDesk restarted() {
        InstantSource clock = () -> now;
        return new AlarmDesk(
                book,
                new NoAssets(),
                AlarmPolicy.STANDARD,
                source -> Optional.of(definition),
                moment -> Map.copyOf(design),
                clock);
    }
}
