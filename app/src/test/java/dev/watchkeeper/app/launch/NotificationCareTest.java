package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.plant.DriftStory;
import dev.watchkeeper.app.plant.TestClock;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.design.MaintenanceDesk;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.FloodPolicy;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretException;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.secret.SecretStores;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotificationCareTest {
    private static final Instant START = Instant.parse("2026-03-17T02:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final BlockingQueue<Message> shown = new LinkedBlockingQueue<>();

    @TempDir
    Path folder;

    private Store store;
    private NotificationCare care;
    private MaintenanceDesk maintenance;
    private final Map<SensorId, DeviceStatus> standing = new LinkedHashMap<>();

    @BeforeEach
    void begin() {
        store = Store.open(folder.resolve("store"));
        maintenance = maintenance();
        care = care();
    }

    @AfterEach
    void end() {
        care.close();
        store.close();
    }

    @Test
    void aFailedPipelineIsToldOnceAlsoOverARestart() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.PIPELINE));

        care.pipeline(status(PipelineStatus.State.FAILED));
        care.pipeline(status(PipelineStatus.State.FAILED));

        assertThat(next().subject()).contains("Pipeline").contains("the broker is gone");
        restart();
        clock.advance(Duration.ofMinutes(3));
        care.pipeline(status(PipelineStatus.State.STARTING));
        care.pipeline(status(PipelineStatus.State.FAILED));
        assertThat(sentInAll()).isEqualTo(1);
    }

    @Test
    void aPipelineThatFailsAgainAfterItRanIsToldAgain() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.PIPELINE));
        care.pipeline(status(PipelineStatus.State.FAILED));
        next();

        care.pipeline(status(PipelineStatus.State.RUNNING));
        clock.advance(Duration.ofMinutes(1));
        care.pipeline(status(PipelineStatus.State.FAILED));

        assertThat(next().notice().since()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void aShortRestartOfThePipelineIsNotTold() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.PIPELINE));

        care.pipeline(status(PipelineStatus.State.RESTARTING));
        clock.advance(PipelineWatch.HICCUP.minusSeconds(1));
        care.pipeline(status(PipelineStatus.State.RESTARTING));
        assertThat(store.outbox().counts().values()).allMatch(count -> count == 0);
        clock.advance(Duration.ofSeconds(1));
        care.pipeline(status(PipelineStatus.State.RESTARTING));

        assertThat(next().notice().priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    void anAssetThatBeginsToDriftIsToldOnceUntilItIsSteadyAgain() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DRIFT));

        care.drift(drifting());
        care.drift(drifting());
        assertThat(next().notice().kind()).isEqualTo(NoticeKind.DRIFT);
        restart();
        care.drift(drifting());

        assertThat(sentInAll()).isEqualTo(1);
    }

    @Test
    void aDeviceThatFailsIsToldOnceAfterAMinuteAndItsReturnOnceAfterAnother() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));
        DeviceStatus failed = device("current", DeviceState.FAILURE);

        stands(59, failed);
        assertThat(sentInAll()).isZero();
        stands(30, failed);
        Message told = next();
        assertThat(told.subject()).contains("Device").contains("current of pump-2: failure");
        assertThat(told.text()).contains("Nothing has arrived").contains("Check the transmitter");
        assertThat(told.notice().priority()).isEqualTo(Priority.MEDIUM);
        restart();
        stands(120, failed);
        assertThat(sentInAll()).isEqualTo(1);

        stands(59);
        assertThat(sentInAll()).isEqualTo(1);
        stands(30);
        assertThat(next().subject()).contains("current of pump-2 is good again");
        restart();
        stands(120);
        assertThat(sentInAll()).isEqualTo(2);
    }

    @Test
    void aDeviceThatRecoversWithinAMinuteIsNotTold() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));

        stands(50, device("current", DeviceState.OUT_OF_SPECIFICATION));
        stands(120);

        assertThat(sentInAll()).isZero();
    }

    @Test
    void aReturnOfLessThanAMinuteIsNoReturn() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));
        stands(70, device("current", DeviceState.FAILURE));
        next();

        stands(40);
        stands(70, device("current", DeviceState.FAILURE));

        assertThat(sentInAll()).isEqualTo(1);
    }

    @Test
    void functionCheckIsNotToldAndDoesNotEndAFailure() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));
        stands(120, device("flow", DeviceState.FUNCTION_CHECK), device("torque", DeviceState.MAINTENANCE_REQUIRED));
        assertThat(sentInAll()).isZero();
        stands(70, device("current", DeviceState.FAILURE));
        next();

        stands(120, device("current", DeviceState.FUNCTION_CHECK));
        stands(120, device("current", DeviceState.FAILURE));

        assertThat(sentInAll()).isEqualTo(1);
    }

    @Test
    void anAssetThatIsWorkedOnTellsNothingOfItsDevicesUntilTheWorkIsOver() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));
        AssetId pump = new AssetId("pump-2");
        store.assets().save(new Asset(pump, "Pump 2", "", List.of(Sensor.named(SensorId.of("pump-2", "current")))));
        maintenance = maintenance();
        restart();
        Instant end = clock.instant().plusSeconds(300);
        maintenance.add(new MaintenanceWindow(
                "w", pump, new MaintenanceWindow.Once(clock.instant(), end), null, "Seal change", "ada"));
        DeviceStatus failed = device("current", DeviceState.FAILURE);

        stands(299, failed);
        assertThat(sentInAll()).isZero();
        stands(2, failed);

        assertThat(next().subject()).contains("failure");
    }

    @Test
    void manyDevicesThatFailTogetherAreToldAsOne() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.DEVICE));
        DeviceStatus[] failed = IntStream.range(0, 12)
                .mapToObj(i -> device("s" + i, DeviceState.FAILURE))
                .toArray(DeviceStatus[]::new);

        stands(70, failed);

        Message told = next();
        assertThat(told.notice().kind()).isEqualTo(NoticeKind.DIGEST);
        assertThat(told.notice().details()).hasSize(12);
        assertThat(sentInAll()).isEqualTo(1);
    }

    @Test
    void inQuietHoursADeviceWaitsForTheirEnd() throws Exception {
        open();
        NotifySettings all = tellsOf(NoticeKind.DEVICE);
        Schedule night = new Schedule(Set.of(), LocalTime.of(0, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
        care.save(new NotifySettings(
                all.channels(),
                all.recipients(),
                all.rules(),
                List.of(),
                List.of(new QuietHours(night, Priority.HIGH, List.of())),
                FloodPolicy.STANDARD,
                ""));

        stands(70, device("current", DeviceState.FAILURE));

        assertThat(sentInAll()).isZero();
        assertThat(store.watch().held())
                .singleElement()
                .satisfies(held -> assertThat(held.due()).isEqualTo(Instant.parse("2026-03-17T06:00:00Z")));
    }

    /** Lets seconds pass in which these devices, and no others, are not good. */
    private void stands(int seconds, DeviceStatus... devices) {
        Map<SensorId, DeviceStatus> before = Map.copyOf(standing);
        standing.clear();
        for (DeviceStatus one : devices) {
            DeviceStatus known = before.get(one.sensor());
            Instant since = known != null && known.state() == one.state() ? known.since() : clock.instant();
            standing.put(one.sensor(), new DeviceStatus(one.sensor(), one.state(), since, one.why(), one.action()));
        }
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            care.devices(List.copyOf(standing.values()));
        }
    }

    private static DeviceStatus device(String sensor, DeviceState state) {
        return new DeviceStatus(
                SensorId.of("pump-2", sensor),
                state,
                START,
                "Nothing has arrived from " + sensor + ".",
                "Check the transmitter.");
    }

    @Test
    void whatHappensWhileTheKeychainIsLockedIsToldOnceItIsOpen() throws Exception {
        open();
        care.save(tellsOf(NoticeKind.PIPELINE));
        care.close();
        care = care();
        CountDownLatch unlocked = new CountDownLatch(1);
        care.open(() -> {
            awaitQuietly(unlocked);
            return secrets();
        });

        care.pipeline(status(PipelineStatus.State.FAILED));
        assertThat(care.closed()).hasValueSatisfying(why -> assertThat(why).contains("unlock"));
        unlocked.countDown();

        assertThat(next().subject()).contains("the broker is gone");
    }

    @Test
    void secretsThatCannotBeOpenedAreSaidInASentence() {
        care.open(() -> {
            throw new SecretException("the passphrase is not the one that they were sealed with", null);
        });

        await().until(() ->
                care.closed().filter(why -> why.contains("sealed with")).isPresent());
    }

    private void restart() {
        care.close();
        care = care();
        open();
    }

    private void open() {
        care.open(this::secrets);
        await().until(() -> care.closed().isEmpty());
    }

    private MaintenanceDesk maintenance() {
        return new MaintenanceDesk(store.settings(), new KnownAssets(store.assets()), clock);
    }

    private NotificationCare care() {
        KnownAssets assets = new KnownAssets(store.assets());
        AlarmDesk alarms = new AlarmDesk(store.alarms(), assets, AlarmPolicy.STANDARD, clock);
        return new NotificationCare(store, alarms, assets, maintenance, shown::add, clock);
    }

    private SecretStore secrets() {
        return SecretStores.open(folder.resolve("secrets"), Secret.NONE, Optional::empty, new SecureRandom());
    }

    private long sentInAll() {
        return store.outbox().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private Message next() throws InterruptedException {
        Message message = shown.poll(10, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static AssetDrift drifting() {
        SensorId sensor = SensorId.of("pump-2", "current");
        return AssetDrift.of(
                sensor.asset(), new DriftStory(sensor, 12, 1).drifting(START, START.minus(Duration.ofHours(6)), 4));
    }

    private static PipelineStatus status(PipelineStatus.State state) {
        return new PipelineStatus(state, "Embedded", "the broker is gone", 0, 0, 0, 0, null);
    }

    private static NotifySettings tellsOf(NoticeKind kind) {
        return new NotifySettings(
                List.of(new ChannelEntry("desk", "This desktop", new DesktopSettings())),
                List.of(new Recipient("ada", "ada", "desk", "")),
                List.of(new RoutingRule(
                        "all",
                        Set.of(kind),
                        Priority.LOW,
                        List.of(),
                        Schedule.always(ZoneOffset.UTC),
                        List.of("ada"),
                        "")),
                List.of(),
                List.of(),
                FloodPolicy.STANDARD,
                "");
    }
}
