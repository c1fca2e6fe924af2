package dev.watchkeeper.engine.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelDeskTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final TimeSpan SPAN = new TimeSpan(NOON, NOON.plusSeconds(600));
    private static final LabelSubject ALARM = new LabelSubject(PUMP, List.of(), SPAN, new AlarmId("a"));

    private final MemoryLabelBook book = new MemoryLabelBook();
    private Instant now = NOON.plusSeconds(3_600);
    private final LabelDesk desk = new LabelDesk(book, () -> now);
    private final List<LabelChange> heard = new ArrayList<>();

    @Test
    void anAnswerSaysWhoGaveItAndWhen() {
        Label label = desk.put(ALARM, LabelKind.NOT_AN_ANOMALY, " test run ", "ada");

        assertThat(label).isEqualTo(new Label(ALARM, LabelKind.NOT_AN_ANOMALY, "test run", "ada", now));
        assertThat(desk.ofAlarm(new AlarmId("a"))).contains(label);
        assertThat(desk.ofAlarms(List.of(new AlarmId("a"), new AlarmId("b"))))
                .containsOnlyKeys(new AlarmId("a"))
                .containsValue(label);
    }

    @Test
    void theNewestAnswerCountsAndUndoingItReturnsToTheOneBeforeAndThenToNone() {
        Label first = desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");
        later();
        Label second = desk.put(ALARM, LabelKind.TRUE_ANOMALY, "bearing", "grace");
        later();

        assertThat(desk.undo(second, "ada")).contains(first);
        assertThat(desk.undo(first, "ada")).isEmpty();

        assertThat(desk.history(ALARM.id()))
                .extracting(LabelChange::action, LabelChange::label, LabelChange::who)
                .containsExactly(
                        tuple(LabelChange.Action.PUT, first, "ada"),
                        tuple(LabelChange.Action.PUT, second, "grace"),
                        tuple(LabelChange.Action.UNDONE, second, "ada"),
                        tuple(LabelChange.Action.UNDONE, first, "ada"));
    }

    @Test
    void undoingAnAnswerThatNoLongerCountsChangesNothing() {
        Label first = desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");
        later();
        Label second = desk.put(ALARM, LabelKind.TRUE_ANOMALY, "", "grace");

        assertThat(desk.undo(first, "ada")).contains(second);

        assertThat(desk.history(ALARM.id())).hasSize(2);
    }

    @Test
    void theSameAnswerAgainChangesNothingAndOneWithAnotherReasonDoes() {
        Label first = desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");
        later();

        assertThat(desk.put(ALARM, LabelKind.UNKNOWN, "", "grace")).isEqualTo(first);
        desk.put(ALARM, LabelKind.UNKNOWN, "no trend kept", "grace");

        assertThat(desk.history(ALARM.id())).hasSize(2);
    }

    @Test
    void listenersHearOfEachChangeOnceItIsInTheBookAndOneThatThrowsKeepsNobodyFromHearing() {
        desk.onChange(change -> {
            throw new IllegalStateException("a listener that fails");
        });
        Subscription listening = desk.onChange(change -> {
            assertThat(book.changes(ALARM.id())).last().isEqualTo(change);
            heard.add(change);
        });

        Label label = desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");
        desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");
        desk.undo(label, "ada");
        listening.close();
        desk.put(ALARM, LabelKind.MAINTENANCE, "", "ada");

        assertThat(heard)
                .extracting(LabelChange::action)
                .containsExactly(LabelChange.Action.PUT, LabelChange.Action.UNDONE);
    }

    @Test
    void whenTheBookFailsNothingHasChangedAndNobodyHears() {
        desk.onChange(heard::add);
        book.failing(true);

        assertThatIllegalStateException().isThrownBy(() -> desk.put(ALARM, LabelKind.UNKNOWN, "", "ada"));

        assertThat(heard).isEmpty();
        assertThat(desk.ofAlarm(new AlarmId("a"))).isEmpty();
    }

    @Test
    void nobodyLabelsWithoutAName() {
        Label label = desk.put(ALARM, LabelKind.UNKNOWN, "", "ada");

        assertThatIllegalArgumentException().isThrownBy(() -> desk.put(ALARM, LabelKind.MAINTENANCE, "", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.undo(label, ""));

        assertThat(desk.ofAlarm(new AlarmId("a"))).contains(label);
    }

    @Test
    void theSameSpanOfTheSameSensorsHasOneLabelInWhateverOrderTheyAreNamed() {
        SensorId flow = new SensorId(PUMP, "flow");
        SensorId speed = new SensorId(PUMP, "speed");
        desk.put(LabelSubject.span(PUMP, List.of(flow, speed), SPAN), LabelKind.UNKNOWN, "", "ada");
        later();
        desk.put(LabelSubject.span(PUMP, List.of(speed, flow, flow), SPAN), LabelKind.TRUE_ANOMALY, "", "ada");
        desk.put(LabelSubject.span(PUMP, List.of(flow), SPAN), LabelKind.MAINTENANCE, "", "ada");

        assertThat(desk.of(PUMP, SPAN))
                .extracting(Label::kind)
                .containsExactlyInAnyOrder(LabelKind.TRUE_ANOMALY, LabelKind.MAINTENANCE);
    }

    @Test
    void aSubjectHasSensorsOfItsAssetAndCoversTime() {
        SensorId elsewhere = SensorId.of("K-3", "flow");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelSubject.span(PUMP, List.of(elsewhere), SPAN))
                .withMessageContaining("K-3/flow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabelSubject.span(PUMP, List.of(), new TimeSpan(NOON, NOON)));
    }

    private void later() {
        now = now.plusSeconds(10);
    }
}
