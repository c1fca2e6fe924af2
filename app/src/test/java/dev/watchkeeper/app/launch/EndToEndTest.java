package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Pulse;
import dev.watchkeeper.app.screen.Acknowledger;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.shell.ShellViewModel;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.intake.CsvAssets;
import dev.watchkeeper.engine.intake.CsvLayout;
import dev.watchkeeper.engine.intake.CsvLayoutFinder;
import dev.watchkeeper.engine.intake.CsvOptions;
import dev.watchkeeper.engine.intake.CsvReadings;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.stream.ingest.Pace;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording from the file to the screen, on a real broker, a real cluster and real stores, across a restart. */
class EndToEndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void aRecordedFaultBecomesAnAlarmOnTheScreenAndStaysAcknowledgedAfterARestart() throws Exception {
        Path data = directory.resolve("data");
        AlarmId acknowledged;
        try (Instance instance = Instance.open(data, null, Clock.systemUTC())) {
            instance.start();

            ReplayTarget.Result result = replay(instance);

            assertThat(result.rows()).isEqualTo(4_032);
            assertThat(result.rejected()).isZero();
            Alarm alarm = result.alarms().stream()
                    .filter(Example.COOLING_WATER::isInFault)
                    .findFirst()
                    .orElseThrow();
            acknowledged = alarm.id();
            assertThat(instance.alarms().journal(acknowledged))
                    .extracting(JournalEntry::kind)
                    .contains(JournalEntry.Kind.RAISED);
            assertThat(instance.history()
                            .series(alarm.contributions().get(0).sensor(), Example.COOLING_WATER.fault(), 100)
                            .size())
                    .isGreaterThan(90);
            acknowledgeOnTheScreen(instance, acknowledged);
        }

        try (Instance again = Instance.open(data, null, Clock.systemUTC())) {
            again.start();
            replay(again);

            Alarm alarm = again.alarms().find(acknowledged).orElseThrow();
            assertThat(alarm.state().acknowledged()).isTrue();
            assertThat(alarm.acknowledgment()).hasValueSatisfying(given -> {
                assertThat(given.user()).isEqualTo("operator");
                assertThat(given.note()).isEqualTo("valve was half shut");
            });
            assertThat(again.alarms().journal(acknowledged))
                    .extracting(JournalEntry::kind)
                    .containsOnlyOnce(JournalEntry.Kind.RAISED, JournalEntry.Kind.ACKNOWLEDGED);
        }
    }

    @Test
    void whatCannotBeUsedIsCountedOnTheScreenOnceAlsoAfterARestart() throws Exception {
        Path data = directory.resolve("data");
        try (Instance instance = Instance.open(data, null, Clock.systemUTC())) {
            instance.start();
            try (ReadingPublisher publisher = new ReadingPublisher(
                    instance.platform().bootstrapServers(), instance.platform().topics())) {
                for (int i = 0; i < 25; i++) {
                    publisher.sendRaw(new AssetId("A"), ("{broken " + i).getBytes(StandardCharsets.UTF_8));
                }
                publisher.flush();
            }

            await().atMost(PATIENCE).until(() -> instance.pipeline().rejected() == 25);
            assertThat(instance.store().rejects().countByReason()).containsEntry("broken-record", 25L);
        }

        try (Instance again = Instance.open(data, null, Clock.systemUTC())) {
            again.start();

            await().atMost(PATIENCE).until(() -> again.pipeline().rejected() == 25);
            assertThat(again.store().rejects().newest(1))
                    .singleElement()
                    .satisfies(rejected -> assertThat(rejected.head().text()).startsWith("{broken"));
        }
    }

    @Test
    void aSecondInstanceOnTheSameDirectoryIsRefusedWithASentence() throws Exception {
        try (Instance instance = Instance.open(directory.resolve("data"), null, Clock.systemUTC())) {
            assertThatThrownBy(() -> Instance.open(directory.resolve("data"), null, Clock.systemUTC()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("already runs on")
                    .hasMessageContaining("--data");
            assertThat(instance.alarms().current()).isEmpty();
        }
    }

    private static void acknowledgeOnTheScreen(Instance instance, AlarmId id) {
        var ports = ConsoleWindow.ports(instance);
        ShellViewModel shell = new ShellViewModel(ports, new Formats(ZoneOffset.UTC), new EveryTick(), Runnable::run);
        try (Subscription shown = shell.attach()) {
            await().atMost(PATIENCE)
                    .until(() -> shell.stripProperty().get().total()
                            == instance.alarms().current().size());
            int before = shell.stripProperty().get().total();
            assertThat(before).isPositive();

            new Acknowledger(instance.alarms(), "operator", Runnable::run, Runnable::run)
                    .acknowledge(id, "operator", "valve was half shut");

            boolean over = instance.alarms().find(id).orElseThrow().state() == AlarmState.NORMAL;
            await().atMost(PATIENCE).until(() -> shell.stripProperty().get().total() == (over ? before - 1 : before));
        }
    }

    private ReplayTarget.Result replay(Instance instance) throws Exception {
        Path file = directory.resolve("cooling-water.csv");
        if (!file.toFile().exists()) {
            Example.COOLING_WATER.copyTo(directory);
        }
        CsvLayout layout = CsvLayoutFinder.find(file, CsvOptions.NONE);
        AssetId name = CsvAssets.nameOf(file);
        Asset asset = CsvAssets.describe(file, layout, name);
        ReplayTarget target = new ReplayTarget(instance.platform().bootstrapServers(), instance.store(), () -> {});
        try (CsvReadings rows = new CsvReadings(file, layout, name)) {
            return target.run(rows, asset, file, Pace.MAX, progress -> {});
        }
    }

    /** A pulse that beats on a thread of its own. */
    private static final class EveryTick implements Pulse {
        @Override
        public Subscription every(Duration interval, Runnable tick) {
            Thread beating = Thread.ofPlatform().daemon().unstarted(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    tick.run();
                    LockSupport.parkNanos(interval.toNanos());
                }
            });
            beating.start();
            return beating::interrupt;
        }
    }
}
