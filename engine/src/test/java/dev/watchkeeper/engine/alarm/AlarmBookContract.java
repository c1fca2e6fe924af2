package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.JournalEntry.Kind;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every alarm book does. */
public abstract class AlarmBookContract {
    private static final Instant OPENED_AT = Instant.parse("2026-03-01T03:00:00.123456789Z");

    /** A book with nothing in it. */
    protected abstract AlarmBook book();

    @Test
    void anAlarmComesBackAsItWasWritten() {
        Alarm alarm = alarm(OPENED_AT);
        AlarmId id = alarm.id();
        Alarm ended = ended(alarm);

        book().write(List.of(alarm), List.of());
        Alarm first = book().find(id).orElseThrow();
        book().write(List.of(ended), List.of());
        Alarm second = book().find(id).orElseThrow();

        assertThat(first).isEqualTo(alarm);
        assertThat(second).isEqualTo(ended);
    }

    @Test
    void aBatchMayBeginWithAnAlarmThatHasEndedAndGoOnWithOneThatHasNot() {
        Alarm over = ended(alarm(OPENED_AT));
        Alarm open = alarm(OPENED_AT.plusSeconds(60));

        book().write(List.of(over, open), List.of());

        assertThat(book().find(over.id())).contains(over);
        assertThat(book().find(open.id())).contains(open);
    }

    @Test
    void anAlarmThatWasNeverWrittenIsNotFound() {
        assertThat(book().find(new AlarmId("nothing"))).isEmpty();
    }

    @Test
    void openAlarmsAreThoseThatAreNotOverTheNewestFirst() {
        Alarm older = alarm(OPENED_AT);
        Alarm newer = alarm(OPENED_AT.plusSeconds(60));
        Alarm over = ended(alarm(OPENED_AT.plusSeconds(30)));

        book().write(List.of(older, newer, over), List.of());

        assertThat(book().open()).containsExactly(newer, older);
    }

    @Test
    void alarmsOfASpanAreTheNewestThatOpenedInIt() {
        Alarm before = alarm(OPENED_AT.minusMillis(1));
        Alarm first = alarm(OPENED_AT);
        Alarm second = alarm(OPENED_AT.plusSeconds(1));
        Alarm third = ended(alarm(OPENED_AT.plusSeconds(2)));
        Alarm after = alarm(OPENED_AT.plusSeconds(3));
        TimeSpan span = new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(3));

        book().write(List.of(before, first, second, third, after), List.of());

        assertThat(book().opened(span, 10)).containsExactly(third, second, first);
        assertThat(book().opened(span, 2)).containsExactly(third, second);
        assertThat(book().opened(new TimeSpan(Instant.MIN, Instant.MAX), 10)).hasSize(5);
    }

    @Test
    void theJournalTellsWhatHappenedInTheOrderInWhichItWasWritten() {
        Alarm alarm = alarm(OPENED_AT);
        JournalEntry raised = entry(alarm, Kind.RAISED, "watchkeeper", "");
        JournalEntry worsened = entry(alarm, Kind.WORSENED, "watchkeeper", "score 0.9");
        JournalEntry acknowledged =
                entry(alarm, Kind.ACKNOWLEDGED, "ada", "düse verstopft — gereinigt\n" + "x".repeat(5_000));

        book().write(List.of(alarm), List.of(raised, worsened));
        book().write(List.of(alarm), List.of(acknowledged));

        assertThat(book().journal(alarm.id())).containsExactly(raised, worsened, acknowledged);
    }

    @Test
    void aJournalEntryThatIsWrittenTwiceIsThereOnce() {
        Alarm alarm = alarm(OPENED_AT);
        JournalEntry raised = entry(alarm, Kind.RAISED, "watchkeeper", "");

        book().write(List.of(alarm), List.of(raised));
        book().write(List.of(alarm), List.of(raised));

        assertThat(book().journal(alarm.id())).containsExactly(raised);
    }

    @Test
    void whoTakesCareOfAnAlarmAndWhatSuppressesItComeBack() {
        Suppression shelf = shelf(Suppression.Kind.SHELVED_ONCE, OPENED_AT.plusSeconds(60));
        Suppression service = shelf(Suppression.Kind.OUT_OF_SERVICE, null);
        Alarm alarm = new AlarmLogic(false)
                .apply(
                        alarm(OPENED_AT),
                        new AlarmEvent.SuppressionsChanged(
                                List.of(shelf, service), Kind.SHELVED, "ada", "known", OPENED_AT))
                .alarm();
        Alarm owned = new AlarmLogic(false)
                .apply(alarm, new AlarmEvent.Assigned("ada", "bob", OPENED_AT))
                .alarm();

        book().write(List.of(owned), List.of());

        assertThat(book().find(owned.id())).contains(owned);
        assertThat(owned.handling()).isEqualTo(new Handling(List.of(shelf, service), "bob"));
    }

    @Test
    void whatIsSuppressedStandsUntilItIsLetGoAndStaysOnRecord() {
        Suppression shelf = shelf(Suppression.Kind.SHELVED, OPENED_AT.plusSeconds(60));
        Suppression service = shelf(Suppression.Kind.OUT_OF_SERVICE, null);
        SuppressionChange shelved = change(SuppressionTrigger.SHELVE, OPENED_AT, shelf);
        SuppressionChange taken = change(SuppressionTrigger.TAKE_OUT_OF_SERVICE, OPENED_AT, service);
        SuppressionChange letGo = change(SuppressionTrigger.UNSHELVE, OPENED_AT.plusSeconds(5), null);

        book().write(new AlarmBatch(List.of(), List.of(), List.of(shelved, taken), null));
        List<Suppression> before = book().suppressions();
        book().write(new AlarmBatch(List.of(), List.of(), List.of(letGo), null));

        assertThat(before).containsExactlyInAnyOrder(shelf, service);
        assertThat(book().suppressions()).containsExactly(service);
        assertThat(book().suppressionChanges(new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(6))))
                .containsExactly(shelved, taken, letGo);
        assertThat(book().suppressionChanges(new TimeSpan(OPENED_AT.plusSeconds(1), OPENED_AT.plusSeconds(6))))
                .containsExactly(letGo);
    }

    @Test
    void theJournalIsAsItWasWritten() {
        Alarm alarm = alarm(OPENED_AT);
        book().write(List.of(alarm), List.of(entry(alarm, Kind.RAISED, "watchkeeper", "")));

        assertThat(book().checkJournal()).isEqualTo(JournalCheck.intact(1));
    }

    @Test
    void theWholeJournalIsReadNewestFirstAndNoFurtherThanAskedFor() {
        Alarm older = alarm(OPENED_AT);
        Alarm newer = alarm(OPENED_AT.plusSeconds(60));
        JournalEntry first = new JournalEntry(older.id(), OPENED_AT, Kind.RAISED, "watchkeeper", "a");
        JournalEntry second = new JournalEntry(newer.id(), OPENED_AT, Kind.RAISED, "watchkeeper", "b");
        JournalEntry third = new JournalEntry(older.id(), OPENED_AT.plusSeconds(5), Kind.ACKNOWLEDGED, "Ada", "");
        book().write(List.of(older, newer), List.of(first, second, third));
        TimeSpan span = new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(6));

        assertThat(book().journal(JournalQuery.all(span), 9))
                .extracting(JournalRecord::entry)
                .containsExactly(third, second, first);
        assertThat(book().journal(JournalQuery.all(span), 1))
                .containsExactly(new JournalRecord(third, older.asset(), older.message()));
        assertThat(book().journal(JournalQuery.all(new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(5))), 9))
                .hasSize(2);
    }

    @Test
    void linesOfTheJournalAreFoundByKindAssetUserAndPartsOfTextOrMessage() {
        Alarm alarm = alarm(OPENED_AT);
        JournalEntry raised = new JournalEntry(alarm.id(), OPENED_AT, Kind.RAISED, "watchkeeper", "");
        JournalEntry noted = new JournalEntry(alarm.id(), OPENED_AT, Kind.NOTED, "Ada", "50 % Öl_stand");
        book().write(List.of(alarm), List.of(raised, noted));
        TimeSpan span = new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(1));

        assertThat(lines(span, Set.of(Kind.NOTED, Kind.RESET), "", "", "")).containsExactly(noted);
        assertThat(lines(span, Set.of(), "P-101", "", "")).containsExactly(noted, raised);
        assertThat(lines(span, Set.of(), "P-10", "", "")).isEmpty();
        assertThat(lines(span, Set.of(), "", "aDa", "")).containsExactly(noted);
        assertThat(lines(span, Set.of(), "", "", "% öl_")).containsExactly(noted);
        assertThat(lines(span, Set.of(), "", "", "_s%")).isEmpty();
        assertThat(lines(span, Set.of(), "", "", "DISCHARGE")).containsExactly(noted, raised);
    }

    private List<JournalEntry> lines(TimeSpan span, Set<Kind> kinds, String asset, String who, String text) {
        return book().journal(new JournalQuery(span, kinds, asset, who, text), 9).stream()
                .map(JournalRecord::entry)
                .toList();
    }

    @Test
    void positionsAreKeptForEachPartitionAndMayGoBack() {
        book().write(List.of(), List.of(), new StreamPosition("detections", 0, 10));
        book().write(List.of(), List.of(), new StreamPosition("detections", 1, 7));
        book().write(List.of(), List.of(), new StreamPosition("detections", 0, 4));

        assertThat(book().positions())
                .containsExactlyInAnyOrder(
                        new StreamPosition("detections", 0, 4), new StreamPosition("detections", 1, 7));
    }

    private static Suppression shelf(Suppression.Kind kind, @Nullable Instant until) {
        return new Suppression(
                AlarmSource.all(Episode.PRESSURE.asset()), kind, "ada", "sensor wird gereinigt", OPENED_AT, until);
    }

    private static SuppressionChange change(SuppressionTrigger trigger, Instant at, @Nullable Suppression now) {
        return new SuppressionChange(
                AlarmSource.all(Episode.PRESSURE.asset()), trigger, "ada", "sensor wird gereinigt", at, now);
    }

    private static JournalEntry entry(Alarm alarm, Kind kind, String who, String text) {
        return new JournalEntry(alarm.id(), OPENED_AT.plusSeconds(2), kind, who, text);
    }

    private static Alarm alarm(Instant openedAt) {
        return new AlarmLogic(false)
                .apply(
                        null,
                        new AlarmEvent.Detected(
                                new Episode(openedAt).opened(0.7),
                                Priority.MEDIUM,
                                new Guidance("cause", "consequence", "action", Duration.ofSeconds(90, 5)),
                                "Discharge pressure of P-101 left its usual pattern",
                                openedAt.plusSeconds(2)))
                .alarm();
    }

    private static Alarm ended(Alarm alarm) {
        AlarmLogic logic = new AlarmLogic(false);
        Episode episode = new Episode(alarm.openedAt());
        Alarm closed = logic.apply(
                        alarm,
                        new AlarmEvent.Detected(
                                episode.closed(5, 0.8),
                                Priority.HIGH,
                                alarm.guidance(),
                                alarm.message(),
                                alarm.raisedAt().plusSeconds(300)))
                .alarm();
        return logic.apply(
                        closed,
                        new AlarmEvent.Acknowledged(
                                "ada", "valve stuck", alarm.raisedAt().plusSeconds(400)))
                .alarm();
    }
}
