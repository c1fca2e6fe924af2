package dev.watchkeeper.engine.notify.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.Channel;
import dev.watchkeeper.engine.notify.channel.Delivery;
import dev.watchkeeper.engine.notify.channel.Delivery.Outcome;
import dev.watchkeeper.engine.notify.outbox.OutboxItem.State;
import dev.watchkeeper.engine.notify.watch.WatchChanges;
import dev.watchkeeper.engine.notify.watch.WatchState;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
    private static final Recipient ADA = new Recipient("ada", "ada", "mail", "ada@example.com");
    private static final Recipient BOB = new Recipient("bob", "bob", "mail", "bob@example.com");
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(10), 5, Duration.ofHours(24));

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(SampleNotices.AT);
    private final RecordingChannel channel = new RecordingChannel();
    private Store store;
    private Courier courier;

    @BeforeEach
    void open() {
        store = Store.open(directory);
        courier = courier(id -> channel);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void messagesAreSentInTheOrderInWhichTheyWereWritten() {
        write("a1", ADA);
        write("a2", BOB);
        write("a3", ADA);

        deliver();

        assertThat(channel.sent)
                .containsExactly("a1 to ada@example.com", "a2 to bob@example.com", "a3 to ada@example.com");
        assertThat(store.outbox().counts()).containsExactlyEntriesOf(Map.of(State.SENT, 3L));
    }

    @Test
    void aMessageThatIsWrittenTwiceIsSentOnce() {
        write("a1", ADA);
        deliver();
        write("a1", ADA);
        deliver();

        assertThat(channel.sent).hasSize(1);
    }

    @Test
    void everyTryStandsInTheLogWithAMaskedAddress() {
        channel.answers.add(Delivery.deferred("451 greylisted"));
        write("a1", ADA);
        deliver();
        clock.advance(Duration.ofMinutes(1));
        deliver();

        assertThat(store.outbox().log(9))
                .extracting(DeliveryTry::outcome, DeliveryTry::answer, DeliveryTry::to)
                .containsExactly(
                        tuple(Outcome.SENT, "taken", "a•••@example.com"),
                        tuple(Outcome.DEFERRED, "451 greylisted", "a•••@example.com"));
    }

    @Test
    void whileTheChannelIsUnusableAllWaitBehindTheFirst() {
        channel.answers.add(Delivery.unavailable("server away"));
        write("a1", ADA);
        write("a2", BOB);

        Instant next = courier.deliver("mail", () -> false).orElseThrow();
        deliver();
        List<String> untilThen = List.copyOf(channel.sent);
        clock.set(next);
        deliver();

        assertThat(next).isBetween(SampleNotices.AT.plusSeconds(5), SampleNotices.AT.plusSeconds(10));
        assertThat(untilThen).containsExactly("a1 to ada@example.com");
        assertThat(channel.sent)
                .containsExactly("a1 to ada@example.com", "a1 to ada@example.com", "a2 to bob@example.com");
    }

    @Test
    void aMessageThatIsDeferredLetsOthersPass() {
        channel.answers.add(Delivery.deferred("451 greylisted"));
        write("a1", ADA);
        write("a2", BOB);

        deliver();

        assertThat(channel.sent).containsExactly("a1 to ada@example.com", "a2 to bob@example.com");
        assertThat(store.outbox().counts()).containsOnly(Map.entry(State.WAITING, 1L), Map.entry(State.SENT, 1L));
    }

    @Test
    void waitsGrowUpToTheLongestAndDifferByChance() {
        Random random = new Random(7);
        for (int tries = 1; tries <= 60; tries++) {
            Duration most = Duration.ofSeconds(Math.min(600, tries > 10 ? 600 : 10L << (tries - 1)));
            assertThat(POLICY.wait(tries, random)).isBetween(most.dividedBy(2), most);
        }
        assertThat(POLICY.wait(3, new Random(1))).isEqualTo(POLICY.wait(3, new Random(1)));
        assertThat(POLICY.wait(3, new Random(1))).isNotEqualTo(POLICY.wait(3, new Random(2)));
    }

    @Test
    void aServerThatAsksForLongerIsHeard() {
        channel.answers.add(Delivery.unavailable("HTTP 429").retryAfter(Duration.ofMinutes(3)));
        write("a1", ADA);

        assertThat(courier.deliver("mail", () -> false)).contains(SampleNotices.AT.plus(Duration.ofMinutes(3)));
    }

    @Test
    void aRefusedMessageIsGivenUpWithTheReasonAndCanBeRevived() {
        channel.answers.add(Delivery.refused("550 no such user"));
        write("a1", ADA);
        deliver();
        OutboxItem dead = store.outbox().newest(State.DEAD, 9).get(0);

        store.outbox().revive(dead.id(), clock.instant());
        deliver();

        assertThat(dead.reason()).isEqualTo("550 no such user");
        assertThat(store.outbox().find(dead.id()).orElseThrow().state()).isEqualTo(State.SENT);
    }

    @Test
    void afterTheMostTriesAMessageIsGivenUp() {
        for (int i = 0; i < 9; i++) {
            channel.answers.add(Delivery.unavailable("server away"));
        }
        write("a1", ADA);

        for (int i = 0; i < 9; i++) {
            deliver();
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(channel.sent).hasSize(5);
        assertThat(store.outbox().newest(State.DEAD, 9).get(0).reason())
                .contains("given up after 5 tries", "server away");
    }

    @Test
    void aMessageThatIsTooOldIsTriedOnceAndThenGivenUp() {
        channel.answers.add(Delivery.unavailable("server away"));
        write("a1", ADA);
        clock.advance(Duration.ofDays(3));

        deliver();

        assertThat(channel.sent).hasSize(1);
        assertThat(store.outbox().newest(State.DEAD, 9)).hasSize(1);
    }

    @Test
    void whoWasReachedIsNotTriedAgain() {
        channel.answers.add(Delivery.deferred("451 not bob, for now").reaching(List.of("ada@example.com")));
        write("a1", ADA, BOB);
        deliver();
        clock.advance(Duration.ofMinutes(1));

        deliver();

        assertThat(channel.sent).containsExactly("a1 to ada@example.com+bob@example.com", "a1 to bob@example.com");
    }

    @Test
    void aChannelThatIsNotThereKeepsItsMessages() {
        Courier lost = courier(id -> {
            throw new IllegalArgumentException("There is no channel " + id + " any more.");
        });
        write("a1", ADA);

        lost.deliver("mail", () -> false);

        assertThat(store.outbox().newest(State.WAITING, 9).get(0).reason()).contains("no channel mail");
    }

    @Test
    void whatWasSentLongAgoIsForgottenWithItsTries() {
        write("a1", ADA);
        deliver();
        clock.advance(Duration.ofDays(100));
        write("a2", ADA);

        int forgotten = store.outbox().forgetBefore(clock.instant().minus(Duration.ofDays(90)));

        assertThat(forgotten).isEqualTo(1);
        assertThat(store.outbox().log(9)).isEmpty();
        assertThat(store.outbox().newest(State.WAITING, 9)).hasSize(1);
    }

    private void deliver() {
        courier.deliver("mail", () -> false);
    }

    private Courier courier(Function<String, Channel> channels) {
        NoticeText text = new NoticeText(ZoneOffset.UTC);
        return new Courier(
                store.outbox(),
                channels,
                item -> text.message(item.id(), item.notice(), null),
                POLICY,
                new Random(42),
                clock);
    }

    private void write(String id, Recipient... recipients) {
        OutboxItem item = OutboxItem.of(SampleNotices.raised(id, Priority.HIGH), List.of(recipients), clock.instant());
        store.watch()
                .write(new WatchChanges(
                        new WatchState(0, null),
                        List.of(item),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        Map.of()));
    }
}
