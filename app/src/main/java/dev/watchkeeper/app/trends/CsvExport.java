package dev.watchkeeper.app.trends;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Writes every reading of some sensors over a span as CSV (RFC 4180, UTF-8): {@code
 * time,asset,sensor,unit,value,quality}, sensor after sensor, each in the order of time. What history does not have
 * yet is taken from memory.
 */
final class CsvExport {
    private static final String HEADER = "time,asset,sensor,unit,value,quality\r\n";

    private final ReadingHistory history;
    private final LiveReadings live;
    private final Assets assets;

    CsvExport(ReadingHistory history, LiveReadings live, Assets assets) {
        this.history = history;
        this.live = live;
        this.assets = assets;
    }

    /**
     * @return how many readings were written
     * @throws UncheckedIOException when the file cannot be written
     */
    long write(List<SensorId> sensors, TimeSpan span, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(HEADER);
            long written = 0;
            for (SensorId sensor : sensors) {
                written += new Rows(writer, sensor, unit(sensor)).write(span);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("the readings could not be written to " + file, e);
        }
    }

    private String unit(SensorId sensor) {
        return assets.find(sensor.asset())
                .flatMap((Asset asset) -> asset.sensor(sensor))
                .map(known -> known.unit().symbol())
                .orElse("");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private final class Rows {
        private final BufferedWriter writer;
        private final SensorId sensor;
        private final String middle;
        private Instant last = Instant.MIN;
        private long written;

        Rows(BufferedWriter writer, SensorId sensor, String unit) {
            this.writer = writer;
            this.sensor = sensor;
            middle = "," + quoted(sensor.asset().value()) + "," + quoted(sensor.name()) + "," + quoted(unit) + ",";
        }

        long write(TimeSpan span) {
            history.forEachReading(sensor, span, this::row);
            for (Reading reading : live.since(sensor, span.start())) {
                if (reading.time().isAfter(last) && reading.time().isBefore(span.end())) {
                    row(reading);
                }
            }
            return written;
        }

        private void row(Reading reading) {
            try {
                writer.write(reading.time() + middle + reading.value() + "," + reading.quality() + "\r\n");
            } catch (IOException e) {
                throw new UncheckedIOException("the readings of " + sensor + " could not be written", e);
            }
            last = reading.time();
            written++;
        }
    }
}
