package dev.watchkeeper.engine.history;

import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A process that adds readings, batch after batch, until it is killed, and prints how many batches are added. */
final class HistoryWriter {
    static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");
    static final int SENSORS = 5;
    static final int BATCH_SECONDS = 100;

    private HistoryWriter() {}

    public static void main(String[] arguments) {
        QuestDbHistory history = QuestDbHistory.open(Path.of(arguments[0]), InstantSource.fixed(FIRST));
        for (int batch = 1; ; batch++) {
            List<Reading> readings = new ArrayList<>();
            for (int second = (batch - 1) * BATCH_SECONDS; second < batch * BATCH_SECONDS; second++) {
                for (int sensor = 0; sensor < SENSORS; sensor++) {
                    readings.add(Reading.good(sensor(sensor), FIRST.plusSeconds(second), second));
                }
            }
            history.addReadings(readings);
            System.out.println("added " + batch);
        }
    }

    static SensorId sensor(int number) {
        return SensorId.of("P-" + number, "pressure");
    }
}
