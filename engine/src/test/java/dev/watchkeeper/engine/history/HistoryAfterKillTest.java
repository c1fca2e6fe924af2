package dev.watchkeeper.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.testing.ForkedJvm;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryAfterKillTest {
    private static final TimeSpan ALWAYS = new TimeSpan(Instant.EPOCH, Instant.MAX);

    @TempDir
    private Path directory;

    @Test
    void whatWasAddedSurvivesAKillTimeAndAgain() {
        for (int added : new int[] {3, 40, 150}) {
            try (ForkedJvm writer = ForkedJvm.start(HistoryWriter.class, directory)) {
                writer.await("added " + added);
                writer.kill();
            }

            try (QuestDbHistory history = QuestDbHistory.open(directory, InstantSource.system())) {
                assertThat(history.movedAside()).isEmpty();
                for (int sensor = 0; sensor < HistoryWriter.SENSORS; sensor++) {
                    assertThat(unbroken(history, sensor))
                            .isGreaterThanOrEqualTo((long) added * HistoryWriter.BATCH_SECONDS);
                }
            }
        }
    }

    /** How many readings of a sensor there are, which must be one a second from the first on. */
    private static long unbroken(QuestDbHistory history, int sensor) {
        AtomicLong count = new AtomicLong();
        history.forEachReading(HistoryWriter.sensor(sensor), ALWAYS, reading -> {
            assertThat(reading.time()).isEqualTo(HistoryWriter.FIRST.plusSeconds(count.get()));
            assertThat(reading.value()).isEqualTo((double) count.get());
            count.incrementAndGet();
        });
        return count.get();
    }
}
