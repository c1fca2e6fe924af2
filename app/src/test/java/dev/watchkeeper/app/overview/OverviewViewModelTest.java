package dev.watchkeeper.app.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final Desk desk = new Desk();
    private final FakePlant plant = desk.plant();
    private final OverviewViewModel model = new OverviewViewModel(
            plant.alarms(),
            plant.assets(),
            plant.live(),
            plant.ports(Runnable::run).pipeline(),
            desk.context());

    @Test
    void showsEveryAssetWithItsSensorsAndMostUrgentAlarm() {
        model.attach();
        desk.pulse().beat(1);

        Overview overview = ready();
        assertThat(overview.tiles()).hasSize(7);
        assertThat(tile("Pump 2").alarms()).isEqualTo(2);
        assertThat(tile("Pump 2").alarm())
                .hasValueSatisfying(alarm -> assertThat(alarm.priority()).isEqualTo(Priority.HIGH));
        assertThat(tile("Pump 3").alarm()).isEmpty();
        assertThat(overview.tiles().stream()
                        .mapToInt(tile -> tile.sensors().size())
                        .sum())
                .isEqualTo(36);
    }

    @Test
    void aValueOutsideItsBandIsADeviationAndSaysHowFar() {
        model.attach();
        desk.pulse().beat(1);

        assertThat(line("Pump 2", "Vibration").outside()).isTrue();
        assertThat(line("Pump 3", "Vibration").outside()).isFalse();
        assertThat(ready().deviations())
                .hasSize(3)
                .anySatisfy(deviation -> assertThat(deviation.words()).matches("[0-9.]+ mm/s above its band"));
    }

    @Test
    void silentAndStuckDevicesAreDeviceStatesAndNotDeviations() {
        model.attach();
        desk.pulse().beat(1);

        assertThat(line("Screen 1", "Flow").device()).isEqualTo(DeviceState.FAILURE);
        assertThat(line("Screen 1", "Flow").silence()).isEqualTo("silent 2 min");
        assertThat(line("Aeration basin", "Level").device()).isEqualTo(DeviceState.MAINTENANCE_REQUIRED);
        assertThat(ready().devices()).containsEntry(DeviceState.GOOD, 34);
        assertThat(ready().deviations())
                .noneMatch(deviation -> deviation.sensor().label().equals("Flow"));
    }

    @Test
    void countsTheAlarmsOfTheLastTenMinutes() {
        model.attach();
        desk.pulse().beat(1);

        assertThat(ready().load()).hasSize(12).last().isEqualTo(2);
    }

    @Test
    void filtersByNameAndByAbnormality() {
        model.attach();
        desk.pulse().beat(1);

        model.filterProperty().set("pump hall");
        assertThat(passing()).containsExactly("Pump 1", "Pump 2", "Pump 3");

        model.onlyAbnormalProperty().set(true);
        assertThat(passing()).contains("Pump 2").doesNotContain("Pump 3");
    }

    @Test
    void ofManySensorsTheAbnormalOnesAreForemost() {
        model.attach();
        desk.pulse().beat(1);

        List<Overview.SensorLine> foremost = tile("Pump 2").foremost(3);

        assertThat(foremost)
                .extracting(line -> line.sensor().label())
                .containsExactly("Vibration", "Bearing temperature", "Flow");
        assertThat(tile("Pump 2").foremost(6)).isEqualTo(tile("Pump 2").sensors());
    }

    @Test
    void publishesOncePerBeatHoweverManyReadingsHaveCome() {
        List<Load<Overview>> published = new ArrayList<>();
        model.attach();
        desk.pulse().beat(1);
        model.overviewProperty().addListener((property, before, now) -> published.add(now));

        plant.advance(50);
        desk.pulse().beat(1);

        assertThat(published).hasSize(1);
    }

    @Test
    void nothingHappensAfterTheSubscriptionIsClosed() {
        Subscription attached = model.attach();
        desk.pulse().beat(1);
        Load<Overview> last = model.overviewProperty().get();

        attached.close();
        plant.advance(5);
        desk.pulse().beat(20);

        assertThat(model.overviewProperty().get()).isSameAs(last);
        assertThat(desk.pulse().subscriptions()).isZero();
    }

    private Overview ready() {
        return ((Load.Ready<Overview>) model.overviewProperty().get()).value();
    }

    private Overview.Tile tile(String label) {
        return ready().tiles().stream()
                .filter(tile -> tile.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private Overview.SensorLine line(String asset, String sensor) {
        return tile(asset).sensors().stream()
                .filter(line -> line.sensor().label().equals(sensor))
                .findFirst()
                .orElseThrow();
    }

    private List<String> passing() {
        return ready().tiles().stream()
                .filter(model::passes)
                .map(Overview.Tile::label)
                .toList();
    }
}
