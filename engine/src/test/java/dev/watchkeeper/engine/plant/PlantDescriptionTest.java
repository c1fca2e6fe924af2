package dev.watchkeeper.engine.plant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.Asset;
import org.junit.jupiter.api.Test;

class PlantDescriptionTest {
    private final PlantDescription plant = PlantDescription.load();

    @Test
    void hasEnoughAssetsAndSensorsToLookLikeAPlant() {
        assertThat(plant.assets()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(plant.instruments()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void tellsTheOperatorOfEverySensorWhatToDo() {
        assertThat(plant.assets())
                .flatExtracting(Asset::sensors)
                .allSatisfy(sensor -> assertThat(sensor.guidance()).isPresent())
                .allSatisfy(sensor -> assertThat(sensor.unit().symbol()).isNotEmpty());
    }

    @Test
    void describesOneInstrumentForEachSensor() {
        assertThat(plant.instruments())
                .extracting(Instrument::sensor)
                .containsExactlyElementsOf(plant.assets().stream()
                        .flatMap(asset -> asset.sensors().stream())
                        .map(sensor -> sensor.id())
                        .toList());
    }

    @Test
    void refusesAnInstrumentWithoutNoise() {
        String file = """
                {"v":1,"assets":[{"asset":"A","sensors":[{"name":"x",
                "instrument":{"nominal":1,"resolution":1,"low":0,"high":2}}]}]}
                """;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlantDescription.parse(file.getBytes(UTF_8)))
                .withMessage("the instrument of A/x has no number noise");
    }

    @Test
    void refusesAFileThatIsNoDescription() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlantDescription.parse("{\"v\":1}".getBytes(UTF_8)))
                .withMessageContaining("assets");
    }

    @Test
    void showsOnlyStepsOfTheResolutionWithinTheRange() {
        var instrument = new Instrument(plant.instruments().get(0).sensor(), 1, 0, 0.05, 0, 2);

        assertThat(instrument.shown(1.234)).isEqualTo(1.25);
        assertThat(instrument.shown(-3)).isZero();
        assertThat(instrument.shown(30)).isEqualTo(2);
    }
}
