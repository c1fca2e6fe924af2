package dev.watchkeeper.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.app.chart.Trace;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.label.SimilarAlarm;
import dev.watchkeeper.engine.signal.Subscription;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmsViewModelTest {
    private final Desk desk = new Desk();
    private final FakePlant plant = desk.plant();
    private final Labeller labeller = new Labeller(plant.labels(), "m.weber", Runnable::run, Runnable::run);
    private final AlarmsViewModel model = new AlarmsViewModel(
            plant.alarms(),
            plant.labels(),
            plant.assets(),
            new TraceLoader(plant.history(), plant.live()),
            desk.context(),
            new Acknowledger(plant.alarms(), "m.weber", Runnable::run, Runnable::run),
            labeller);
    private Subscription attached = () -> {};

    @BeforeEach
    void attach() {
        attached = model.attach();
        desk.pulse().beat(2);
    }

    @Test
    void groupsByAssetWithTheFirstOutOnTopAndTheMostUrgentAssetFirst() {
        AlarmList list = list();

        assertThat(list.groups()).extracting(AlarmGroup::label).containsExactly("Pump 2", "Pump 1", "Blower 1");
        assertThat(list.groups().getFirst().alarms())
                .extracting(alarm -> alarm.id().value())
                .containsExactly("a-6", "a-7");
    }

    @Test
    void selectsTheFirstOutOfTheMostUrgentAssetByItself() {
        assertThat(model.selectedProperty().get()).isEqualTo(new AlarmId("a-6"));
        assertThat(detail().asset()).isEqualTo("Pump 2");
        assertThat(detail().picture().hasValues()).isTrue();
    }

    @Test
    void theDetailHasSharesJournalAndTheWindowWithTimeBefore() {
        model.select(new AlarmId("a-7"));
        desk.pulse().beat(1);

        AlarmDetail detail = detail();
        assertThat(detail.shares()).first().satisfies(share -> {
            assertThat(share.label()).isEqualTo("Vibration");
            assertThat(share.share()).isEqualTo(.56);
        });
        assertThat(detail.journal())
                .singleElement()
                .extracting(JournalEntry::kind)
                .isEqualTo(JournalEntry.Kind.RAISED);
        assertThat(detail.span().start()).isBefore(detail.alarm().window().start());
        assertThat(detail.span().end()).isBeforeOrEqualTo(plant.clock().instant());
        assertThat(detail.picture().focus()).contains(detail.alarm().window());
    }

    @Test
    void acknowledgingWritesUserAndNoteAndIsSeenAtOnce() {
        model.acknowledgeSelected("k.sato", "switched to pump 3");
        desk.pulse().beat(1);

        assertThat(detail().alarm().state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(detail().journal()).last().satisfies(entry -> {
            assertThat(entry.who()).isEqualTo("k.sato");
            assertThat(entry.text()).isEqualTo("switched to pump 3");
        });
    }

    @Test
    void withoutANameTheUserOfThisConsoleAcknowledges() {
        model.acknowledgeSelected(" ", "");

        assertThat(plant.alarms().find(new AlarmId("a-6")).flatMap(Alarm::acknowledgment))
                .hasValueSatisfying(given -> assertThat(given.user()).isEqualTo("m.weber"));
    }

    @Test
    void scopePriorityAndTextNarrowTheList() {
        model.scopeProperty().set(AlarmScope.UNACKNOWLEDGED);
        desk.pulse().beat(1);
        assertThat(list().groups()).extracting(AlarmGroup::label).containsExactly("Pump 2", "Pump 1");

        model.priorities().remove(Priority.MEDIUM);
        desk.pulse().beat(1);
        assertThat(list().groups())
                .singleElement()
                .extracting(AlarmGroup::label)
                .isEqualTo("Pump 2");

        model.filterProperty().set("no such thing");
        desk.pulse().beat(1);
        assertThat(list().groups()).isEmpty();
        assertThat(list().last()).isPresent();
    }

    @Test
    void theLastDayHasAlarmsThatAreOver() {
        model.scopeProperty().set(AlarmScope.LAST_DAY);
        desk.pulse().beat(1);

        assertThat(list().groups()).extracting(AlarmGroup::label).contains("Wet well");
    }

    @Test
    void aNewAlarmIsListedWithTheNextBeat() {
        plant.raise("Level rises faster than usual");
        desk.pulse().beat(1);

        assertThat(list().groups()).extracting(AlarmGroup::label).contains("Wet well");
    }

    @Test
    void anAnswerIsSeenInListDetailAndJournalWithTheNextBeat() {
        model.labelSelected(LabelKind.NOT_AN_ANOMALY, "test run", "k.sato");
        desk.pulse().beat(1);

        assertThat(detail().label()).hasValueSatisfying(label -> {
            assertThat(label.kind()).isEqualTo(LabelKind.NOT_AN_ANOMALY);
            assertThat(label.by()).isEqualTo("k.sato");
            assertThat(label.at()).isEqualTo(plant.clock().instant());
        });
        assertThat(list().groups().getFirst().label(detail().alarm())).contains(LabelKind.NOT_AN_ANOMALY);
        assertThat(JournalLine.of(detail())).last().satisfies(line -> {
            assertThat(line.what()).isEqualTo("Labelled “Not an anomaly” by k.sato");
            assertThat(line.note()).isEqualTo("test run");
        });
    }

    @Test
    void anAlarmThatHasNotEndedIsLabelledUpToItsNewestReading() {
        model.labelSelected(LabelKind.TRUE_ANOMALY, "", "");

        Label label = labeller.givenProperty().get().getFirst();
        assertThat(label.span().start()).isEqualTo(detail().alarm().window().start());
        assertThat(label.span().end()).isEqualTo(plant.clock().instant());
        assertThat(label.by()).isEqualTo("m.weber");
    }

    @Test
    void anAnswerThatIsTakenBackIsGoneFromTheDetailAndStandsInTheJournal() {
        model.labelSelected(LabelKind.UNKNOWN, "", "");
        desk.pulse().beat(1);

        model.undoLabelOfSelected("");
        desk.pulse().beat(1);

        assertThat(detail().label()).isEmpty();
        assertThat(labeller.givenProperty().get()).isEmpty();
        assertThat(JournalLine.of(detail()))
                .extracting(JournalLine::what)
                .endsWith("Labelled “Unknown” by m.weber", "Label “Unknown” taken back by m.weber");
    }

    @Test
    void anAnswerThatCannotBeKeptIsToldAndNotOffered() {
        plant.labelBook().failing(true);

        model.labelSelected(LabelKind.UNKNOWN, "", "");

        assertThat(labeller.problemProperty().get()).contains("could not be kept", "the disk is full", "try again");
        assertThat(labeller.givenProperty().get()).isEmpty();
    }

    @Test
    void thePartsOfTheScoreAddUpToIt() {
        AlarmDetail detail = detail();

        assertThat(detail.parts().stream().mapToDouble(AlarmDetail.Part::score).sum())
                .isCloseTo(detail.alarm().score(), within(1e-9));
        assertThat(detail.parts().getFirst().label()).isEqualTo("Bearing temperature");
    }

    @Test
    void theStretchThatWasMostLikeItLiesUnderTheTraceOfItsSensorAlone() {
        AlarmDetail detail = detail();

        Trace bearing = detail.picture().lanes().getFirst().traces().getFirst();
        Trace vibration = detail.picture().lanes().get(1).traces().getFirst();
        assertThat(detail.earlier()).extracting(one -> one.sensor().label()).containsExactly("Bearing temperature");
        assertThat(bearing.earlier().timeMillis(0))
                .isBetween(
                        detail.span().start().minusSeconds(60).toEpochMilli(),
                        detail.span().start().plusSeconds(60).toEpochMilli());
        assertThat(vibration.earlier().size()).isZero();
    }

    @Test
    void similarAlarmsAreEarlierOnesOfTheAssetWithTheSameSensorsAndTheirLabels() {
        Alarm before = plant.alarms().find(new AlarmId("b-1")).orElseThrow();
        plant.labels().put(LabelSubject.of(before, plant.clock().instant()), LabelKind.TRUE_ANOMALY, "", "k.sato");

        model.select(new AlarmId("a-7"));
        desk.pulse().beat(1);

        assertThat(detail().similar())
                .extracting(one -> one.alarm().id().value())
                .containsExactly("b-1", "b-2");
        assertThat(detail().similar())
                .extracting(SimilarAlarm::labelOrNull)
                .containsExactly(LabelKind.TRUE_ANOMALY, null);
        // (.56·.6 + .33·.4) / (√(.56² + .33² + .07² + .03² + .01²) · √(.6² + .4²))
        assertThat(detail().similar().getFirst().similarity()).isCloseTo(0.99156, within(1e-5));
    }

    @Test
    void nothingHappensAfterTheSubscriptionIsClosed() {
        attached.close();
        Load<AlarmList> last = model.listProperty().get();

        plant.raise("Level rises faster than usual");
        desk.pulse().beat(20);

        assertThat(model.listProperty().get()).isSameAs(last);
        assertThat(desk.pulse().subscriptions()).isZero();
        assertThat(plant.alarms().listeners()).isZero();
    }

    private AlarmList list() {
        return ((Load.Ready<AlarmList>) model.listProperty().get()).value();
    }

    private AlarmDetail detail() {
        return ((Load.Ready<AlarmDetail>) model.detailProperty().get()).value();
    }
}
