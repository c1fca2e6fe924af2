package dev.watchkeeper.engine.notify.watch;

import static dev.watchkeeper.engine.notify.watch.WatchPlant.ADA;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.ADA_PHONE;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.BOB;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.START;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.rule;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.settings;
import static dev.watchkeeper.engine.notify.watch.WatchPlant.toldToAda;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flood begins above ten alarms within ten minutes and ends below five (ISA-18.2). */
class FloodTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    @Test
    void tenAlarmsInTenMinutesAreToldOneByOne() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            raise(plant, 0, 10);

            assertThat(plant.messages()).hasSize(10).allMatch(each -> kind(each) == NoticeKind.ALARM_RAISED);
            assertThat(plant.store.watch().state().floodSinceOrNull()).isNull();
        }
    }

    @Test
    void fiveHundredAlarmsInAMinuteAreTenMessagesAndOneDigestForAnInterval() {
        NotifySettings two =
                settings(List.of(rule("all", Priority.LOW, "", ADA, BOB, ADA_PHONE)), List.of(), List.of());
        try (WatchPlant plant = new WatchPlant(directory, two)) {
            for (int i = 0; i < 500; i++) {
                plant.raise(i, i == 250 ? Priority.HIGH : Priority.LOW);
                plant.clock.advance(Duration.ofMillis(120));
                plant.watch().step();
            }
            plant.clock.advance(MINUTE);
            plant.watch().step();
            plant.watch().step();

            List<OutboxItem> singles = of(plant, NoticeKind.ALARM_RAISED);
            List<OutboxItem> digests = of(plant, NoticeKind.DIGEST);
            assertThat(singles).hasSize(30);
            assertThat(digests).extracting(OutboxItem::channel).containsExactlyInAnyOrder("mail", "phone");
            Notice digest = digests.get(0).notice();
            assertThat(digest.priority()).isEqualTo(Priority.HIGH);
            assertThat(digest.headline()).startsWith("490 notices");
            assertThat(digest.since()).isEqualTo(START.plusSeconds(10));
            assertThat(digest.severity()).isEqualTo("1 HIGH, 489 LOW");
            assertThat(digest.details().get(0)).startsWith("HIGH");
            assertThat(digests)
                    .filteredOn(each -> each.channel().equals("mail"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.recipients()).containsExactly(ADA, BOB));
        }
    }

    @Test
    void inAFloodThatGoesOnDigestsKeepTheirInterval() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            for (int minute = 0; minute < 40; minute++) {
                raise(plant, minute * 10, 3);
                plant.clock.advance(MINUTE);
                plant.watch().step();
            }

            List<Instant> digests = of(plant, NoticeKind.DIGEST).stream()
                    .map(OutboxItem::writtenAt)
                    .toList();
            assertThat(digests).hasSize(4);
            for (int i = 1; i < digests.size(); i++) {
                assertThat(Duration.between(digests.get(i - 1), digests.get(i)))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(10));
            }
        }
    }

    @Test
    void nothingIsLostBetweenSinglesAndDigests() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            for (int minute = 0; minute < 30; minute++) {
                raise(plant, minute * 10, minute < 10 ? 4 : 0);
                plant.clock.advance(MINUTE);
                plant.watch().step();
            }

            int told = of(plant, NoticeKind.ALARM_RAISED).size();
            for (OutboxItem digest : of(plant, NoticeKind.DIGEST)) {
                told += Integer.parseInt(digest.notice().headline().replaceAll(" .*", ""));
            }
            assertThat(told).isEqualTo(40);
            assertThat(plant.store.watch().held()).isEmpty();
        }
    }

    @Test
    void aFloodEndsWhenFewerThanFiveAlarmsAreLeftInTheWindow() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            raise(plant, 0, 11);
            plant.clock.advance(Duration.ofMinutes(9));
            raise(plant, 100, 4);
            boolean stillFlooding = plant.store.watch().state().floodSinceOrNull() != null;

            plant.clock.advance(Duration.ofMinutes(1));
            raise(plant, 200, 1);

            assertThat(stillFlooding).isTrue();
            assertThat(plant.store.watch().state().floodSinceOrNull()).isNull();
            // Ten before the flood, one that was held back alone and so is told as itself, one after the flood.
            assertThat(of(plant, NoticeKind.ALARM_RAISED)).hasSize(12);
        }
    }

    @Test
    void aFloodAndItsDigestsSurviveARestart() {
        try (WatchPlant plant = new WatchPlant(directory, toldToAda())) {
            raise(plant, 0, 20);
            JournalWatch restarted = plant.newWatch();
            raise(plant, 100, 1);
            plant.clock.advance(MINUTE);
            restarted.step();
            restarted.step();

            assertThat(of(plant, NoticeKind.ALARM_RAISED)).hasSize(10);
            assertThat(of(plant, NoticeKind.DIGEST))
                    .singleElement()
                    .satisfies(digest -> assertThat(digest.notice().headline()).startsWith("11 notices"));
        }
    }

    private static void raise(WatchPlant plant, int from, int number) {
        for (int i = 0; i < number; i++) {
            plant.raise(from + i, Priority.LOW);
        }
        plant.watch().step();
    }

    private static List<OutboxItem> of(WatchPlant plant, NoticeKind kind) {
        return plant.messages().stream().filter(each -> kind(each) == kind).toList();
    }

    private static NoticeKind kind(OutboxItem item) {
        return item.notice().kind();
    }
}
