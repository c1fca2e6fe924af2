package dev.watchkeeper.app.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
    private final FakePlant plant = new FakePlant();
    private final CsvExport export = new CsvExport(plant.history(), plant.live(), plant.assets());
    private final List<SensorId> sensors = List.of(SensorId.of("pump-1", "flow"), SensorId.of("wet-well", "ph"));
    private final TimeSpan minute = TimeSpan.before(FakePlant.START, Duration.ofMinutes(1));

    @TempDir
    Path folder;

    @Test
    void writesEveryReadingOfTheSpanOnce() throws IOException {
        Path file = folder.resolve("out.csv");

        long written = export.write(sensors, minute, file);

        List<String> lines = Files.readAllLines(file);
        assertThat(written).isEqualTo(120);
        assertThat(lines).hasSize(121).doesNotHaveDuplicates();
        assertThat(lines.getFirst()).isEqualTo("time,asset,sensor,unit,value,quality");
        assertThat(lines.get(1)).matches("2026-03-17T02:11:40Z,pump-1,flow,m³/h,[0-9.]+,GOOD");
        assertThat(lines.getLast()).matches("2026-03-17T02:12:39Z,wet-well,ph,,[0-9.]+,GOOD");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing").resolve("out.csv");

        assertThatThrownBy(() -> export.write(sensors, minute, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
