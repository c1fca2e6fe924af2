package dev.watchkeeper.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;

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
