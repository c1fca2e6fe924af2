package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private final Desk desk = new Desk();
    private final FakePlant plant = desk.plant();
    private final ShellViewModel model =
            new ShellViewModel(plant.ports(Runnable::run), desk.context().formats(), desk.pulse(), Runnable::run);

    @Test
    void showsTheThreeNewestAlarmsAndCountsAll() {
        model.attach();
        desk.pulse().beat(1);

        ShellViewModel.Strip strip = strip();
        assertThat(strip.newest())
                .extracting(ShellViewModel.StripAlarm::asset)
                .containsExactly("Pump 2", "Pump 2", "Pump 1");
        assertThat(strip.newest().getFirst().time()).isEqualTo("03:08:18");
        assertThat(strip.counts())
                .containsEntry(Priority.HIGH, 1)
                .containsEntry(Priority.MEDIUM, 2)
                .containsEntry(Priority.LOW, 1);
    }

    @Test
    void anAlarmIsSeenWithTheNextBeat() {
        model.attach();
        desk.pulse().beat(1);

        plant.raise("Level rises faster than usual");
        desk.pulse().beat(1);

        assertThat(strip().newest().getFirst().alarm().message()).isEqualTo("Level rises faster than usual");
    }

    @Test
    void withoutAlarmsItSaysWhenTheLastOneWas() {
        Alarm over = plant.alarms().find(new AlarmId("a-1")).orElseThrow();
        plant.alarms().clear();
        plant.alarms().put(over);
        model.attach();
        desk.pulse().beat(1);

        assertThat(over.state()).isEqualTo(AlarmState.NORMAL);
        assertThat(strip().quiet()).isEqualTo("No alarms. The last one was at 02:04:40.");
    }

    @Test
    void beforeTheFirstAlarmItSaysSo() {
        plant.alarms().clear();
        model.attach();
        desk.pulse().beat(1);

        assertThat(strip().quiet()).isEqualTo("No alarms so far.");
    }

    @Test
    void dataThatStopsComingGrowsOldVisibly() {
        model.attach();
        desk.pulse().beat(1);
        assertThat(strip().stale()).isFalse();

        plant.clock().advance(Duration.ofSeconds(45));
        desk.pulse().beat(5);

        assertThat(strip().stale()).isTrue();
        assertThat(strip().dataAge()).isEqualTo("44 s");
    }

    @Test
    void thePipelineIsLookedAtAgain() {
        model.attach();
        desk.pulse().beat(1);

        plant.setStatus(PipelineStatus.starting("Embedded"));
        desk.pulse().beat(5);

        assertThat(strip().pipeline())
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(PipelineStatus.State.STARTING));
    }

    @Test
    void nothingHappensAfterTheSubscriptionIsClosed() {
        Subscription attached = model.attach();
        desk.pulse().beat(1);
        ShellViewModel.Strip last = strip();

        attached.close();
        plant.raise("Level rises faster than usual");
        desk.pulse().beat(20);

        assertThat(strip()).isSameAs(last);
        assertThat(plant.alarms().listeners()).isZero();
        assertThat(desk.pulse().subscriptions()).isZero();
    }

    private ShellViewModel.Strip strip() {
        return model.stripProperty().get();
    }
}
