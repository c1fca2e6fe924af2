package dev.watchkeeper.engine.notify.watch;

import static dev.watchkeeper.engine.notify.watch.WatchPlant.ADA;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.ADA_PHONE;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.BOB;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.START;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.chain;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.rule;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.settings;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.toldToAda;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.outbox.OutboxItem.State;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.QuietHours;
import dev.watchkeeper.engine.notify.route.Schedule;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalWatchTest {
    @TempDir
    private Path directory;

    @Test
    void anAlarmIsToldOnce() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            AlarmId alarm = plant.raise(0, Priority.HIGH);

            plant.watch().step();
            plant.watch().step();
            plant.newWatch().step();

            assertThat(plant.messages()).hasSize(1);
            OutboxItem message = plant.messages().get(0);
            assertThat(message.notice().kind()).isEqualTo(NoticeKind.ALARM_RAISED);
            assertThat(message.notice().alarm()).contains(alarm);
            assertThat(message.recipients()).containsExactly(ADA);
            assertThat(message.state()).isEqualTo(State.WAITING);
        }
    }

    @Test
    void whatHappenedBeforeAnybodyWasToBeToldIsNotTold() {
        try (WatchPlant plant = new WatchPlant(directory, NotifySettings.NONE)) {
            plant.raise(0, Priority.HIGH);
            plant.watch().step();

            plant.settings = toldToAda();
            plant.watch().step();

            assertThat(plant.messages()).isEmpty();
        }
    }

    @Test
    void aFirstWatchBeginsAtTheEndOfTheJournal() {
        try (Store store = Store.open(directory)) {
            AlarmDesk desk = new AlarmDesk(
                    store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, InstantSource.fixed(START));
            desk.accept(List.of(new Episode(START).opened(0.9)), new StreamPosition("detections", 0, 1));
        }

        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            plant.watch().step();

            assertThat(plant.messages()).isEmpty();
        }
    }

    @Test
    void whatHappenedWhileNobodyWatchedIsToldAfterwards() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            plant.raise(0, Priority.HIGH);
            plant.raise(1, Priority.LOW);

            plant.clock.advance(Duration.ofHours(2));
            plant.newWatch().step();

            assertThat(plant.messages()).hasSize(2);
        }
    }

    @Test
    void whoMayAcknowledgeGetsAMessageOfHisOwn() {
        NotifySettings both = settings(List.of(rule("all", Priority.LOW, "", ADA, BOB)), List.of(), List.of());
        try (WatchPlant plant = new WatchPlant(directory, both)) {
            plant.raise(0, Priority.HIGH);
            plant.watch().tell(Notices.pipeline("Kafka", "is away", "Start it.", Priority.HIGH, START, START));

            plant.watch().step();

            assertThat(plant.messages())
                    .extracting(OutboxItem::recipients)
                    .containsExactlyInAnyOrder(List.of(ADA, BOB), List.of(ADA), List.of(BOB));
        }
    }

    @Test
    void anAlarmThatSomebodyAcknowledgedBeforeItIsToldIsNot() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            AlarmId alarm = plant.raise(0, Priority.HIGH);
            plant.desk.acknowledge(alarm, "ada", "seen");

            plant.watch().step();

            assertThat(plant.messages()).isEmpty();
        }
    }

    @Test
    void aRiseInPriorityIsToldAndARiseInScoreIsNot() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            plant.raise(0, Priority.LOW);
            plant.watch().step();

            plant.worsen(0, 0.8, Priority.LOW);
            plant.watch().step();
            int afterScore = plant.messages().size();
            plant.clock.advance(Duration.ofSeconds(1));
            plant.worsen(0, 0.95, Priority.HIGH);
            plant.watch().step();

            assertThat(afterScore).isEqualTo(1);
            assertThat(plant.messages()).hasSize(2);
            assertThat(plant.messages().get(1).notice().kind()).isEqualTo(NoticeKind.ALARM_WORSENED);
            assertThat(plant.messages().get(1).notice().severity()).contains("priority HIGH", "priority was LOW");
        }
    }

    @Test
    void whatIsToldTwiceFromOutsideIsToldOnce() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            for (int i = 0; i < 3; i++) {
                plant.clock.advance(Duration.ofMinutes(1));
                plant.watch()
                        .tell(Notices.drift(
                                new AssetId("P-101"),
                                "Flow",
                                "PSI 0.31",
                                "0.2",
                                Priority.MEDIUM,
                                START,
                                plant.clock.instant()));
            }

            assertThat(plant.messages()).hasSize(1);
        }
    }

    @Test
    void nobodyAcknowledgingTakesOneStepAfterTheOther() {
        NotifySettings escalating =
                settings(List.of(rule("all", Priority.LOW, "night", ADA)), List.of(chain(Duration.ZERO)), List.of());
        try (WatchPlant plant = new WatchPlant(directory, escalating)) {
            plant.raise(0, Priority.HIGH);
            Instant first = plant.watch().step().orElseThrow();
            plant.clock.advance(Duration.ofMinutes(5).minusSeconds(1));
            plant.watch().step();
            int beforeDue = plant.messages().size();

            plant.clock.advance(Duration.ofSeconds(1));
            plant.watch().step();
            plant.watch().step();
            int afterFirst = plant.messages().size();
            plant.clock.advance(Duration.ofMinutes(10));
            plant.watch().step();
            plant.clock.advance(Duration.ofDays(1));
            plant.watch().step();

            assertThat(first).isEqualTo(START.plus(Duration.ofMinutes(5)));
            assertThat(beforeDue).isEqualTo(1);
            assertThat(afterFirst).isEqualTo(2);
            assertThat(plant.messages())
                    .extracting(message -> message.recipients().get(0))
                    .containsExactly(ADA, ADA_PHONE, BOB);
            assertThat(plant.messages().get(2).notice().severity()).contains("raised 15 min ago");
        }
    }

    @Test
    void theLastStepIsRepeatedUntilSomebodyAcknowledges() {
        NotifySettings escalating = settings(
                List.of(rule("all", Priority.LOW, "night", ADA)), List.of(chain(Duration.ofMinutes(15))), List.of());
        try (WatchPlant plant = new WatchPlant(directory, escalating)) {
            AlarmId alarm = plant.raise(0, Priority.HIGH);
            plant.watch().step();
            for (int minutes : List.of(5, 10, 15, 15)) {
                plant.clock.advance(Duration.ofMinutes(minutes));
                plant.watch().step();
            }
            int untilThen = plant.messages().size();

            plant.desk.acknowledge(alarm, "bob", "on my way");
            plant.clock.advance(Duration.ofMinutes(15));
            plant.watch().step();

            assertThat(untilThen).isEqualTo(5);
            assertThat(plant.messages()).hasSize(5);
            assertThat(plant.store.watch().pending()).isEmpty();
        }
    }

    @Test
    void anAcknowledgmentEndsTheEscalationAndWithdrawsWhatIsNotSentOfIt() {
        NotifySettings escalating =
                settings(List.of(rule("all", Priority.LOW, "night", ADA)), List.of(chain(Duration.ZERO)), List.of());
        try (WatchPlant plant = new WatchPlant(directory, escalating)) {
            AlarmId alarm = plant.raise(0, Priority.HIGH);
            plant.watch().step();
            plant.clock.advance(Duration.ofMinutes(5));
            plant.watch().step();

            plant.desk.acknowledge(alarm, "ada", "seen");
            plant.watch().step();

            assertThat(plant.store.outbox().newest(State.WITHDRAWN, 9))
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.notice().kind()).isEqualTo(NoticeKind.ALARM_UNACKNOWLEDGED));
            assertThat(plant.store.outbox().newest(State.WAITING, 9)).hasSize(1);
            assertThat(plant.store.watch().pending()).isEmpty();
        }
    }

    @Test
    void escalationsGoOnAfterARestart() {
        NotifySettings escalating =
                settings(List.of(rule("all", Priority.LOW, "night", ADA)), List.of(chain(Duration.ZERO)), List.of());
        try (WatchPlant plant = new WatchPlant(directory, escalating)) {
            plant.raise(0, Priority.HIGH);
            plant.watch().step();

            plant.clock.advance(Duration.ofHours(3));
            plant.newWatch().step();

            assertThat(plant.messages()).hasSize(2);
        }
    }

    @Test
    void quietHoursHoldBackUntilTheyEndAndThenTellAtOnce() {
        Schedule noon = new Schedule(Set.of(), LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC);
        NotifySettings quiet = settings(
                List.of(rule("all", Priority.LOW, "", ADA)),
                List.of(),
                List.of(new QuietHours(noon, Priority.HIGH, List.of())));
        try (WatchPlant plant = new WatchPlant(directory, quiet)) {
            plant.raise(0, Priority.LOW);
            plant.raise(1, Priority.MEDIUM);
            plant.raise(2, Priority.HIGH);
            Instant next = plant.watch().step().orElseThrow();
            List<OutboxItem> atOnce = plant.messages();

            plant.clock.set(next);
            plant.watch().step();

            assertThat(atOnce)
                    .singleElement()
                    .satisfies(
                            message -> assertThat(message.notice().priority()).isEqualTo(Priority.HIGH));
            assertThat(next).isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
            assertThat(plant.messages()).hasSize(2);
            assertThat(plant.messages().get(1).notice().kind()).isEqualTo(NoticeKind.DIGEST);
            assertThat(plant.messages().get(1).notice().details()).hasSize(2);
            assertThat(plant.store.watch().held()).isEmpty();
        }
    }
}
