package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} leaves behind, with real processes. */
class KillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern SHARE = Pattern.compile("\\s*(\\d+) %.*");
    private static final TimeSpan EVER = new TimeSpan(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @TempDir
    private Path directory;

    @Test
    void killedDuringAReplayAndStartedAgainNoAlarmIsLostAndNoneDoubled() throws Exception {
        Path file = Example.COOLING_WATER.copyTo(directory);
        List<Alarm> undisturbed = undisturbed(file);

        Path data = directory.resolve("killed");
        // A day and a half a second: the fault on day 10 is under way when the process dies.
        try (ProgramProcess replay =
                ProgramProcess.start("replay", file.toString(), "--data", data.toString(), "--speed", "130000")) {
            await().atMost(PATIENCE).until(() -> percent(replay) >= 75 || !replay.isAlive());
            assertThat(replay.isAlive()).as(() -> replay.output().toString()).isTrue();
            replay.kill();
        }
        try (ProgramProcess again = ProgramProcess.start("replay", file.toString(), "--data", data.toString())) {
            assertThat(again.await(PATIENCE))
                    .as(() -> again.output().toString())
                    .isZero();
            assertThat(again.lastLine()).startsWith("replay rows=4032 rejected=0 alarms=" + undisturbed.size());
        }

        assertThat(alarms(data)).isEqualTo(ids(undisturbed));
        assertThat(raisings(data)).hasSize(undisturbed.size()).doesNotHaveDuplicates();
    }

    private List<Alarm> undisturbed(Path file) throws Exception {
        Path data = directory.resolve("undisturbed");
        try (ProgramProcess replay = ProgramProcess.start("replay", file.toString(), "--data", data.toString())) {
            assertThat(replay.await(PATIENCE))
                    .as(() -> replay.output().toString())
                    .isZero();
        }
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            List<Alarm> alarms = store.alarms().opened(EVER, 1_000);
            assertThat(alarms).as("alarms inside the labelled fault").anyMatch(Example.COOLING_WATER::isInFault);
            return alarms;
        }
    }

    private static List<String> alarms(Path data) {
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            return ids(store.alarms().opened(EVER, 1_000));
        }
    }

    private static List<JournalEntry> raisings(Path data) {
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            return store.alarms().opened(EVER, 1_000).stream()
                    .flatMap(alarm -> store.alarms().journal(alarm.id()).stream())
                    .filter(entry -> entry.kind() == JournalEntry.Kind.RAISED)
                    .toList();
        }
    }

    private static List<String> ids(List<Alarm> alarms) {
        return alarms.stream()
                .map(alarm -> alarm.id() + " " + alarm.openedAt() + " " + alarm.message())
                .sorted()
                .toList();
    }

    private static int percent(ProgramProcess replay) {
        Matcher share = SHARE.matcher(replay.lastLine());
        return share.matches() ? Integer.parseInt(share.group(1)) : 0;
    }
}
