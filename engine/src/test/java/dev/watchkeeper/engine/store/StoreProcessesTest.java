package dev.watchkeeper.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.testing.ForkedJvm;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store as several processes see it, and after one of them was killed. */
class StoreProcessesTest {
    private static final int MANY = 100_000;
    private static final Duration PATIENCE_WITH_A_DEAD_OWNER = Duration.ofSeconds(3);

    @TempDir
    private Path directory;

    @Test
    void aSecondProcessReadsWhileTheFirstHasTheStoreOpen() {
        try (ForkedJvm first = ForkedJvm.start(AlarmWriter.class, directory, 3)) {
            first.await("done");

            try (ForkedJvm second = ForkedJvm.start(AlarmReader.class, directory)) {
                assertThat(second.await("open (\\d+)").group(1)).isEqualTo("3");
                assertThat(second.awaitEnd()).isZero();
            }
        }
    }

    @Test
    void afterAKillAmidTransactionsEveryAlarmHasItsJournalAndPosition() {
        int committed;
        try (ForkedJvm writer = ForkedJvm.start(AlarmWriter.class, directory, MANY)) {
            writer.await("committed 200");
            writer.kill();
            committed = 200;
        }

        try (Store store = Store.open(directory)) {
            List<Alarm> alarms = store.alarms().opened(new TimeSpan(Instant.EPOCH, Instant.MAX), MANY);
            int present = alarms.size();
            assertThat(present).isGreaterThanOrEqualTo(committed);
            assertThat(store.alarms().positions()).containsExactly(new StreamPosition("detections", 0, present));
            assertThat(alarms)
                    .allMatch(alarm -> store.alarms().journal(alarm.id()).size() == 1);
        }
    }

    @Test
    void anUnfinishedTransactionOfAKilledProcessLeavesNothingBehind() {
        try (ForkedJvm writer = ForkedJvm.start(UnfinishedWriter.class, directory)) {
            writer.await("written but not committed");
            writer.kill();
        }

        try (Store store = Store.open(directory)) {
            assertThat(store.positions().positions("committed")).hasSize(1);
            assertThat(store.positions().positions("unfinished")).isEmpty();
        }
    }

    @Test
    void theStoreOfAKilledProcessOpensWithoutALongWait() {
        try (ForkedJvm writer = ForkedJvm.start(AlarmWriter.class, directory, 1)) {
            writer.await("done");
            writer.kill();
        }
        assertThat(Files.exists(directory.resolve("watchkeeper.lock.db"))).isTrue();

        long start = System.nanoTime();
        Store.open(directory).close();
        Duration waited = Duration.ofNanos(System.nanoTime() - start);

        assertThat(waited).isLessThan(PATIENCE_WITH_A_DEAD_OWNER);
    }
}
