package dev.watchkeeper.engine.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every label book does. */
public abstract class LabelBookContract {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final SensorId FLOW = new SensorId(PUMP, "flow");
    private static final SensorId PRESSURE = new SensorId(PUMP, "pressure");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

    /** A book with nothing in it; the same one at each call within a test. */
    protected abstract LabelBook book();

    /** The same book, as another process or connection would see it. */
    protected LabelBook again() {
        return book();
    }

    @Test
    void anAnswerComesBackAsItWasGiven() {
        Label label = answer(span(0, 30), LabelKind.NOT_AN_ANOMALY, "Prüfstand — geplant\n" + "x".repeat(5_000), 0);

        put(label);

        assertThat(again().find(label.id())).contains(label);
        assertThat(again().changes(label.id())).containsExactly(LabelChange.put(label));
    }

    @Test
    void theNewestAnswerCountsAndTheOlderOnesStayOnRecord() {
        Label first = answer(span(0, 30), LabelKind.UNKNOWN, "", 0);
        Label second = answer(span(0, 30), LabelKind.TRUE_ANOMALY, "bearing", 60);

        put(first);
        put(second);

        assertThat(again().find(first.id())).contains(second);
        assertThat(again().changes(first.id())).containsExactly(LabelChange.put(first), LabelChange.put(second));
    }

    @Test
    void anAnswerThatIsTakenBackGivesWayToTheOneBefore() {
        Label first = answer(span(0, 30), LabelKind.UNKNOWN, "", 0);
        Label second = answer(span(0, 30), LabelKind.TRUE_ANOMALY, "", 60);
        put(first);
        put(second);

        LabelChange undone = LabelChange.undone(second, "grace", NOON.plusSeconds(90));
        book().append(second.id(), record -> Optional.of(undone));

        assertThat(again().find(first.id())).contains(first);
        assertThat(again().of(PUMP, span(0, 60))).containsExactly(first);
        assertThat(again().changes(first.id())).last().isEqualTo(undone);
    }

    @Test
    void anOnlyAnswerThatIsTakenBackLeavesNoneAndStaysOnRecord() {
        Label only = answer(span(0, 30), LabelKind.UNKNOWN, "", 0);
        put(only);

        book().append(only.id(), record -> Optional.of(LabelChange.undone(only, "grace", NOON.plusSeconds(90))));

        assertThat(again().find(only.id())).isEmpty();
        assertThat(again().all(span(0, 60))).isEmpty();
        assertThat(again().changes(only.id())).hasSize(2);
    }

    @Test
    void answersOfASpanAreThoseThatOverlapItByStart() {
        Label before = answer(span(0, 10), LabelKind.UNKNOWN, "", 0);
        Label into = answer(span(5, 11), LabelKind.UNKNOWN, "", 0);
        Label inside = answer(span(12, 13), LabelKind.UNKNOWN, "", 0);
        Label after = answer(span(20, 30), LabelKind.UNKNOWN, "", 0);
        Label elsewhere =
                answer(LabelSubject.span(new AssetId("K-3"), Set.of(), span(11, 12)), LabelKind.MAINTENANCE, "", 0);
        List.of(inside, after, elsewhere, before, into).forEach(this::put);

        assertThat(again().of(PUMP, span(10, 20))).containsExactly(into, inside);
        assertThat(again().all(span(10, 20))).containsExactly(into, elsewhere, inside);
        assertThat(again().all(new TimeSpan(Instant.MIN, Instant.MAX))).hasSize(5);
    }

    @Test
    void answersToAlarmsAreFoundByTheAlarms() {
        Label one = answer(alarm("a"), LabelKind.TRUE_ANOMALY, "", 0);
        Label other = answer(alarm("b"), LabelKind.MAINTENANCE, "", 0);
        put(one);
        put(other);

        assertThat(again().ofAlarms(List.of(new AlarmId("a"), new AlarmId("nothing"))))
                .containsExactly(one);
        assertThat(again().ofAlarms(List.of())).isEmpty();
    }

    @Test
    void theNewestChangesOfAllLabelsComeFirst() {
        Label one = answer(alarm("a"), LabelKind.TRUE_ANOMALY, "", 0);
        Label other = answer(alarm("b"), LabelKind.MAINTENANCE, "", 5);
        put(one);
        put(other);

        assertThat(again().newest(1)).containsExactly(LabelChange.put(other));
        assertThat(again().newest(9)).containsExactly(LabelChange.put(other), LabelChange.put(one));
    }

    @Test
    void nothingIsAddedWhereNothingIsToBeAdded() {
        LabelId id = new LabelId("nothing");

        assertThat(book().append(id, record -> Optional.empty())).isEmpty();

        assertThat(again().changes(id)).isEmpty();
    }

    @Test
    void answersThatAreGivenAtOnceAreAllOnRecord() throws InterruptedException {
        int writers = 4;
        int each = 15;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        for (int writer = 0; writer < writers; writer++) {
            String name = "writer " + writer;
            LabelBook book = writer % 2 == 0 ? book() : again();
            threads.execute(() -> {
                awaitStart(start);
                for (int i = 0; i < each; i++) {
                    Label label = answer(alarm("a"), LabelKind.UNKNOWN, name + " says " + i, i);
                    book.append(label.id(), record -> Optional.of(LabelChange.put(label)));
                }
            });
        }

        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        List<LabelChange> record = again().changes(LabelSubject.idOf(new AlarmId("a")));
        assertThat(record).hasSize(writers * each).doesNotHaveDuplicates();
        assertThat(again().find(LabelSubject.idOf(new AlarmId("a"))))
                .contains(record.get(record.size() - 1).label());
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a writer was interrupted before it began", e);
        }
    }

    private void put(Label label) {
        book().append(label.id(), record -> Optional.of(LabelChange.put(label)));
    }

    private static Label answer(TimeSpan span, LabelKind kind, String reason, int second) {
        return answer(LabelSubject.span(PUMP, List.of(PRESSURE, FLOW), span), kind, reason, second);
    }

    private static Label answer(LabelSubject subject, LabelKind kind, String reason, int second) {
        return new Label(subject, kind, reason, "ada", NOON.plusSeconds(second));
    }

    private static LabelSubject alarm(String id) {
        return new LabelSubject(PUMP, List.of(), span(0, 10), new AlarmId(id));
    }

    private static TimeSpan span(int fromMinute, int toMinute) {
        return new TimeSpan(NOON.plusSeconds(60L * fromMinute), NOON.plusSeconds(60L * toMinute));
    }
}
