package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.JournalQuery;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.SensorWatch;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.notify.Message;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.ack.AckCodes;
import dev.watchkeeper.engine.notify.channel.ChannelFactory;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.outbox.RetryPolicy;
import dev.watchkeeper.engine.notify.route.ChannelEntry;
import dev.watchkeeper.engine.notify.route.FloodPolicy;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.RoutingRule;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.notify.service.Notifications;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.secret.SecretStores;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Five hundred alarms in a minute, through a real desk, database and notifications, onto the screen. */
@ExtendWith(ApplicationExtension.class)
class FloodScreenTest {
    private static final double SIZE = 1_000;
    private static final int ALARMS = 500;
    private static final int ASSETS = 25;
    private static final Duration APART = Duration.ofMillis(120);
    /** The list is read no oftener than this. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final FakePlant plant = new FakePlant();
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    private final FxRobot robot = new FxRobot();
    private final List<Message> told = new CopyOnWriteArrayList<>();
    private @Nullable Store opened;
    private @Nullable AlarmDesk alarms;
    private @Nullable Console shown;

    @TempDir
    Path folder;

    @Start
    void start(Stage stage) {
        Store store = Store.open(folder.resolve("store"));
        opened = store;
        AlarmDesk desk =
                new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, plant.clock());
        alarms = desk;
        ConsolePorts fake = plant.ports(background);
        ConsolePorts ports = new ConsolePorts(
                desk,
                fake.labels(),
                fake.assets(),
                fake.live(),
                fake.history(),
                fake.models(),
                fake.settings(),
                fake.rules(),
                fake.rehearsals(),
                fake.maintenance(),
                fake.devices(),
                fake.assistant(),
                fake.pipeline(),
                fake.clock(),
                fake.zone(),
                fake.user(),
                false,
                background);
        Desktop desktop =
                new Desktop((title, name) -> Optional.empty(), (title, pattern) -> Optional.empty(), page -> {});
        Console console = new Console(ports, new FramePulse(), desktop, false);
        shown = console;
        console.navigate(ScreenId.ALARMS);
        Scene scene = new Scene(console.root(), SIZE, SIZE);
        console.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(() -> Objects.requireNonNull(shown).close());
        background.shutdown();
        Objects.requireNonNull(opened).close();
    }

    @Test
    void nothingIsLostTheFirstOutIsRightOneDigestIsToldAndTheListIsReadNoOftenerThanItLooks() {
        AlarmDesk desk = Objects.requireNonNull(alarms);
        Instant begin = plant.clock().instant();
        AtomicInteger changes = new AtomicInteger();
        TreeTableView<?> table = robot.lookup("#alarm-table").queryAs(TreeTableView.class);
        ListChangeListener<Object> counting = change -> changes.incrementAndGet();
        robot.interact(() -> table.getRoot().getChildren().addListener(counting));
        long started = System.nanoTime();
        try (Notifications notifications = notifications(desk)) {
            for (int i = 0; i < ALARMS; i++) {
                desk.accept(List.of(detection(i)));
                plant.clock().advance(APART);
            }
            until(() -> table.getExpandedItemCount() == ALARMS + ASSETS);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            plant.clock().advance(Duration.ofMinutes(1));
            notifications.look();
            until(() -> of(NoticeKind.DIGEST).size() == 1);

            assertThat(changes.get()).isLessThanOrEqualTo((int) took.dividedBy(LOOK) + 2);
            assertThat(desk.current()).hasSize(ALARMS);
            TimeSpan span = new TimeSpan(begin, plant.clock().instant());
            assertThat(desk.journal(new JournalQuery(span, Set.of(JournalEntry.Kind.RAISED), "", "", ""), 2 * ALARMS))
                    .hasSize(ALARMS);
            assertThat(of(NoticeKind.ALARM_RAISED)).hasSize(FloodPolicy.STANDARD.begins());
            assertThat(of(NoticeKind.DIGEST).getFirst().notice().headline())
                    .startsWith(ALARMS - FloodPolicy.STANDARD.begins() + " notices");
        }
        until(() -> visible(".flood-bar"));
        assertThat(text(".flood-head")).startsWith("Alarm flood: 500 alarms on 25 assets");
        robot.clickOn("#flood-show");
        until(() -> table.getRoot().getChildren().getFirst().getChildren().size() == ALARMS / ASSETS);
        TreeItem<?> top = table.getRoot().getChildren().getFirst();
        assertThat(top.getValue().toString()).contains("unit-07");
        assertThat(top.getChildren().getFirst().getValue().toString()).contains(begin.toString());
    }

    private Notifications notifications(AlarmDesk desk) {
        Store store = Objects.requireNonNull(opened);
        SecureRandom random = new SecureRandom();
        SecretStore secrets = SecretStores.open(folder.resolve("secrets"), Secret.NONE, Optional::empty, random);
        Recipient ada = new Recipient("ada", "ada", "desk", "");
        NotifySettings settings = new NotifySettings(
                List.of(new ChannelEntry("desk", "Desktop", new DesktopSettings())),
                List.of(ada),
                List.of(new RoutingRule(
                        "all", Set.of(), Priority.LOW, List.of(), Schedule.always(ZoneOffset.UTC), List.of("ada"), "")),
                List.of(),
                List.of(),
                FloodPolicy.STANDARD,
                "");
        return new Notifications(
                desk,
                store.watch(),
                store.outbox(),
                new AckCodes(
                        store.ackCodes(),
                        SecretStores.keyOf(secrets, new SecretName("acknowledgment-codes"), random),
                        desk,
                        plant.clock()),
                () -> settings,
                new ChannelFactory(plant.clock(), told::add, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                new NoticeText(ZoneOffset.UTC),
                RetryPolicy.STANDARD,
                new Random(42),
                plant.clock());
    }

    /** The first is of unit-07. */
    private Detection detection(int number) {
        Instant at = plant.clock().instant();
        SensorId sensor =
                SensorId.of(String.format(Locale.ROOT, "unit-%02d", (number + 7) % ASSETS), "s" + number / ASSETS);
        return new Detection(
                DetectionId.of(SensorWatch.RULE, sensor, at),
                sensor.asset(),
                SensorWatch.RULE,
                Detection.Phase.OPENED,
                at,
                at,
                TimeSpan.before(at, Duration.ofMinutes(1)),
                0.9,
                0.9,
                List.of(new Contribution(sensor, 1)),
                Evidence.NONE);
    }

    private List<Message> of(NoticeKind kind) {
        return told.stream().filter(message -> message.notice().kind() == kind).toList();
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private boolean visible(String query) {
        return robot.lookup(query).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(condition);
    }
}
