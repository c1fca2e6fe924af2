package dev.watchkeeper.app.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.AlarmsStory;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.SeenNavigator;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
    private static final SensorId OXYGEN = SensorId.of("basin", "oxygen");

    private final Desk desk = new Desk();
    private final FakePlant plant = AlarmsStory.told(desk.plant());
    private final SeenNavigator navigator = new SeenNavigator();
    private final DevicesViewModel model =
            new DevicesViewModel(plant.devices(), plant::status, plant.assets(), desk.context(), navigator);

    @Test
    void listsTheWorstFirstWithWordsSinceWhyAndWhatToDo() {
        model.attach();

        assertThat(page().rows())
                .extracting(DeviceRow::state, DeviceRow::stateWords)
                .containsExactly(
                        tuple(DeviceState.FAILURE, "Failure"),
                        tuple(DeviceState.MAINTENANCE_REQUIRED, "Maintenance required"));
        assertThat(page().rows().getFirst()).satisfies(row -> {
            assertThat(row.why())
                    .startsWith("Nothing has arrived from " + row.sensor())
                    .doesNotContain("Z");
            assertThat(row.action()).contains("transmitter");
            assertThat(row.since()).contains("min");
        });
    }

    @Test
    void aPipelineInTroubleIsALineOfItsOwnAboveTheDevices() {
        model.attach();
        int before = page().rows().size();
        plant.setStatus(pipeline(PipelineStatus.State.FAILED));
        beat();

        assertThat(page().rows()).hasSize(before + 1);
        assertThat(page().rows().getFirst()).satisfies(row -> {
            assertThat(row.sensorOrNull()).isNull();
            assertThat(row.asset()).isEqualTo("Pipeline");
            assertThat(row.why()).isEqualTo("The broker is gone.");
        });
        assertThat(DevicePage.count(plant.devices(), plant.status())).isEqualTo(before + 1);
        model.open(page().rows().getFirst());
        assertThat(navigator.seen()).isEmpty();

        plant.setStatus(pipeline(PipelineStatus.State.RUNNING));
        beat();
        assertThat(page().rows()).hasSize(before);
    }

    @Test
    void theLast24HoursAreListedWithTheirEndsAndOlderOnesAreNot() {
        model.attach();

        assertThat(page().past())
                .filteredOn(row -> row.id().equals(OXYGEN))
                .extracting(PastDeviceRow::state, PastDeviceRow::lasted)
                .containsExactly(tuple(DeviceState.FUNCTION_CHECK, "41 s"), tuple(DeviceState.FAILURE, "34 min"));
        assertThat(page().past())
                .filteredOn(row -> row.until().equals("goes on"))
                .hasSize(2);

        plant.clock().advance(Duration.ofHours(20));
        beat();
        assertThat(page().past())
                .filteredOn(row -> row.id().equals(OXYGEN))
                .extracting(PastDeviceRow::state)
                .containsExactly(DeviceState.FUNCTION_CHECK);
    }

    @Test
    void aLineOpensItsSensorInTrendsLiveAndOneOfThePastOverItsTime() {
        model.attach();
        DeviceRow row = page().rows().getFirst();
        PastDeviceRow past = page().past().stream()
                .filter(one -> one.id().equals(OXYGEN))
                .findFirst()
                .orElseThrow();

        model.open(row);
        model.open(past);

        assertThat(navigator.seen())
                .containsExactly("trends [" + row.sensorOrNull() + "]", "trends [" + OXYGEN + "] " + past.shown());
        assertThat(past.shown().contains(past.span().start())).isTrue();
    }

    @Test
    void nothingFiresAfterTheScreenIsLeft() {
        Subscription attached = model.attach();
        DevicePage before = page();

        attached.close();
        plant.setStatus(pipeline(PipelineStatus.State.FAILED));
        beat();

        assertThat(page()).isSameAs(before);
    }

    private void beat() {
        desk.pulse().beat(1);
    }

    private DevicePage page() {
        assertThat(model.pageProperty().get()).isInstanceOf(Load.Ready.class);
        return ((Load.Ready<DevicePage>) model.pageProperty().get()).value();
    }

    private static PipelineStatus pipeline(PipelineStatus.State state) {
        return new PipelineStatus(state, "Embedded", "The broker is gone.", 0, 0, 0, 0, null);
    }
}
