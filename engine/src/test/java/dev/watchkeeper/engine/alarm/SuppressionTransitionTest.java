package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Suppression.Kind;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of suppressions, and everything that stands in no row. */
class SuppressionTransitionTest {
    private static final AlarmSource PUMP = AlarmSource.all(new AssetId("P-101"));
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");

    /** What stands in the slot of a trigger, and the trigger. */
    record Case(@Nullable Kind from, SuppressionTrigger trigger) {}

    static Stream<Case> everyCase() {
        List<Case> cases = new ArrayList<>();
        for (SuppressionTrigger trigger : SuppressionTrigger.values()) {
            cases.add(new Case(null, trigger));
            for (Kind kind : Kind.values()) {
                if (kind.slot() == trigger.slot()) {
                    cases.add(new Case(kind, trigger));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void aSourceGoesWhereTheTableSaysAndNowhereElse(Case one) {
        Kind from = one.from();
        SuppressionShelf shelf = new SuppressionShelf(
                from == null
                        ? List.of()
                        : List.of(new Suppression(PUMP, from, "ada", "known", NOW, NOW.plusSeconds(9))));
        Optional<SuppressionTransition> row = SuppressionTransition.of(from, one.trigger());

        Optional<SuppressionChange> change =
                shelf.change(PUMP, one.trigger(), "bob", "mended", NOW.plusSeconds(1), NOW.plusSeconds(60));
        change.ifPresent(made -> shelf.apply(List.of(made)));

        Kind expected = row.isPresent() ? row.get().toOrNull() : from;
        assertThat(change.isPresent()).isEqualTo(row.isPresent());
        assertThat(shelf.all().stream().map(Suppression::kind).toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void atMostOneRowFits(Case one) {
        assertThat(SuppressionTransition.TABLE)
                .filteredOn(row -> row.fromOrNull() == one.from() && row.trigger() == one.trigger())
                .hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void aTriggerOnlyChangesItsOwnSlot(Case one) {
        SuppressionTransition.of(one.from(), one.trigger())
                .map(SuppressionTransition::toOrNull)
                .ifPresent(to -> assertThat(to.slot()).isEqualTo(one.trigger().slot()));
    }
}
