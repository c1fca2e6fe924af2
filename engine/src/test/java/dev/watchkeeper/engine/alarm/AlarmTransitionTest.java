package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.signal.Guidance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the state table, and everything that stands in no row, as what happens to an alarm. */
class AlarmTransitionTest {
    private static final Instant OPENED_AT = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T03:10:00Z");
    private static final Duration REALARM_AFTER = Duration.ofMinutes(30);
    private static final Guidance GUIDANCE = new Guidance("cause", "consequence", "action", Duration.ofMinutes(10));
    private static final Suppression SHELF = new Suppression(
            AlarmSource.all(Episode.PRESSURE.asset()),
            Suppression.Kind.SHELVED,
            "ada",
            "known",
            OPENED_AT,
            NOW.plusSeconds(600));

    private static final Episode EPISODE = new Episode(OPENED_AT);

    /** An alarm in a state and circumstances, and a trigger. */
    record Case(AlarmState from, AlarmTrigger trigger, boolean latching, boolean suppressed) {
        Optional<AlarmTransition> row() {
            return AlarmTransition.of(from, trigger, latching, suppressed);
        }

        boolean happens() {
            boolean conditionGone = from != AlarmState.ACTIVE_UNACKNOWLEDGED && from != AlarmState.ACTIVE_ACKNOWLEDGED;
            return switch (trigger) {
                case CONDITION_BEGINS -> from == AlarmState.NORMAL;
                case CONDITION_ENDS -> !conditionGone;
                case SUPPRESSION_ENDS -> suppressed;
                default -> true;
            };
        }
    }

    static Stream<Case> everyCase() {
        List<Case> cases = new ArrayList<>();
        for (AlarmState state : AlarmState.values()) {
            for (AlarmTrigger trigger : AlarmTrigger.values()) {
                for (boolean latching : new boolean[] {false, true}) {
                    for (boolean suppressed : new boolean[] {false, true}) {
                        cases.add(new Case(state, trigger, latching, suppressed));
                    }
                }
            }
        }
        return cases.stream().filter(Case::happens);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void anAlarmGoesWhereTheTableSaysAndNowhereElse(Case one) {
        AlarmState expected = one.row().map(AlarmTransition::to).orElse(one.from());

        AlarmChange change = new AlarmLogic(new AlarmTraits(one.latching(), REALARM_AFTER))
                .apply(before(one), event(one.trigger(), one.suppressed()));

        assertThat(change.alarm().state()).isEqualTo(expected);
        assertThat(change.alarm().acknowledgment().isPresent())
                .isEqualTo(expected.acknowledged() && wasOrIsAcknowledged(one));
        if (one.row().isPresent()) {
            assertThat(change.entries()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void atMostOneRowFits(Case one) {
        assertThat(AlarmTransition.TABLE)
                .filteredOn(row -> row.from() == one.from()
                        && row.trigger() == one.trigger()
                        && row.guard().admits(one.latching(), one.suppressed()))
                .hasSizeLessThanOrEqualTo(1);
    }

    static Stream<AlarmTransition> everyRow() {
        return AlarmTransition.TABLE.stream();
    }

    @ParameterizedTest
    @MethodSource("everyRow")
    void everyRowCanHappen(AlarmTransition row) {
        assertThat(everyCase()).anyMatch(one -> one.row().filter(row::equals).isPresent());
    }

    private static boolean wasOrIsAcknowledged(Case one) {
        return one.trigger() == AlarmTrigger.ACKNOWLEDGE
                || one.from() == AlarmState.ACTIVE_ACKNOWLEDGED
                || one.from() == AlarmState.LATCHED_ACKNOWLEDGED
                || (one.from() == AlarmState.NORMAL && one.trigger() != AlarmTrigger.CONDITION_BEGINS);
    }

    private static @Nullable Alarm before(Case one) {
        if (one.trigger() == AlarmTrigger.CONDITION_BEGINS) {
            return null;
        }
        boolean gone = one.from() != AlarmState.ACTIVE_UNACKNOWLEDGED && one.from() != AlarmState.ACTIVE_ACKNOWLEDGED;
        return new Alarm(
                EPISODE.alarm(),
                Episode.PRESSURE.asset(),
                "novelty",
                "Pressure left its usual pattern",
                Priority.LOW,
                one.from(),
                OPENED_AT,
                OPENED_AT,
                gone ? OPENED_AT.plusSeconds(60) : null,
                EPISODE.opened(0.5).window(),
                0.5,
                EPISODE.opened(0.5).contributions(),
                EPISODE.opened(0.5).evidence(),
                GUIDANCE,
                one.from().acknowledged() ? new Alarm.Acknowledgment("ada", "", OPENED_AT) : null,
                new Handling(one.suppressed() ? List.of(SHELF) : List.of(), null));
    }

    private static AlarmEvent event(AlarmTrigger trigger, boolean suppressed) {
        return switch (trigger) {
            case CONDITION_BEGINS ->
                new AlarmEvent.Detected(
                        EPISODE.opened(0.5),
                        Priority.LOW,
                        GUIDANCE,
                        "Pressure",
                        NOW,
                        suppressed ? List.of(SHELF) : List.of());
            case CONDITION_ENDS -> detected(Phase.CLOSED, 0.5);
            case PRIORITY_RISES -> detected(Phase.WORSENED, 0.9);
            case ACKNOWLEDGE -> new AlarmEvent.Acknowledged("ada", "", NOW);
            case RESET -> new AlarmEvent.Reset("ada", "", NOW);
            case REALARM_DUE -> new AlarmEvent.Ticked(OPENED_AT.plus(REALARM_AFTER));
            case SUPPRESSION_ENDS ->
                new AlarmEvent.SuppressionsChanged(List.of(), JournalEntry.Kind.UNSHELVED, "ada", "looked at", NOW);
        };
    }

    private static AlarmEvent detected(Phase phase, double score) {
        return new AlarmEvent.Detected(EPISODE.message(phase, 5, score, 1), Priority.HIGH, GUIDANCE, "Pressure", NOW);
    }
}
