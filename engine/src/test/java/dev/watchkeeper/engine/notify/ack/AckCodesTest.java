package dev.watchkeeper.engine.notify.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.notify.AckOffer;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.engine.testing.TestClock;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AckCodesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
    private static final Secret KEY = Secret.of("a key of more than sixteen characters");

    @TempDir
    private Path directory;

    private final TestClock clock = new TestClock(NOW);
    private final Episode episode = new Episode(NOW);
    private Store store;
    private AlarmDesk desk;
    private AckCodes codes;

    @BeforeEach
    void open() {
        store = Store.open(directory);
        desk = new AlarmDesk(store.alarms(), new KnownAssets(store.assets()), AlarmPolicy.STANDARD, clock);
        desk.accept(List.of(episode.opened(0.9)), new StreamPosition("detections", 0, 1));
        codes = new AckCodes(store.ackCodes(), KEY, desk, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCodeAcknowledgesItsAlarmInTheNameOfWhomItWasGivenTo() {
        AckOffer offer = offer("m1", "ada");

        Redemption redemption = codes.redeem(offer.code(), "10.0.0.7");

        assertThat(redemption).isEqualTo(new Redemption.Acknowledged(episode.alarm(), "ada"));
        assertThat(desk.find(episode.alarm()).orElseThrow().state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        assertThat(desk.find(episode.alarm())
                        .orElseThrow()
                        .acknowledgment()
                        .orElseThrow()
                        .user())
                .isEqualTo("ada");
        assertThat(desk.journal(episode.alarm()).get(1).text()).contains("10.0.0.7");
    }

    @Test
    void aCodeMayBeTypedAsPeopleType() {
        String typed = offer("m1", "ada")
                .code()
                .toLowerCase(Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o');

        assertThat(codes.redeem(typed, "bob")).isInstanceOf(Redemption.Acknowledged.class);
    }

    @Test
    void aCodeWorksOnce() {
        AckOffer offer = offer("m1", "ada");
        codes.redeem(offer.code(), "ada");

        assertThat(codes.redeem(offer.code(), "eve")).isEqualTo(new Redemption.UsedBefore(episode.alarm(), "ada"));
    }

    @Test
    void aCodeExpires() {
        AckOffer offer = offer("m1", "ada");

        clock.advance(AckCodes.LIFETIME);

        assertThat(codes.redeem(offer.code(), "ada")).isInstanceOf(Redemption.Expired.class);
        assertThat(desk.find(episode.alarm()).orElseThrow().state()).isEqualTo(AlarmState.ACTIVE_UNACKNOWLEDGED);
    }

    @Test
    void theSameMessageCarriesTheSameCodeAndEveryOtherAnother() {
        assertThat(offer("m1", "ada").code()).isEqualTo(offer("m1", "ada").code());
        Set<String> different = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            different.add(offer("m" + i, "ada").code());
            different.add(offer("m" + i, "bob").code());
        }
        assertThat(different)
                .hasSize(400)
                .allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"));
    }

    @Test
    void withAnotherKeyCodesAreWorthNothing() {
        AckOffer offer = offer("m1", "ada");
        AckCodes other = new AckCodes(store.ackCodes(), Secret.of("another key of many characters"), desk, clock);

        assertThat(other.redeem(offer.code(), "ada")).isEqualTo(new Redemption.Unknown());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AckCodes(store.ackCodes(), Secret.of("short"), desk, clock));
    }

    @Test
    void whoGuessesIsBarredForAWhile() {
        AckOffer offer = offer("m1", "ada");
        for (int i = 0; i < 5; i++) {
            assertThat(codes.redeem("0000-000" + i, "eve")).isEqualTo(new Redemption.Unknown());
        }

        Redemption barred = codes.redeem(offer.code(), "eve");
        Redemption another = codes.redeem("not a code at all", "bob");
        clock.advance(Duration.ofMinutes(10));
        Redemption later = codes.redeem(offer.code(), "eve");

        assertThat(barred).isEqualTo(new Redemption.Barred(NOW.plus(Duration.ofMinutes(10))));
        assertThat(another).isEqualTo(new Redemption.Unknown());
        assertThat(later).isInstanceOf(Redemption.Acknowledged.class);
    }

    @Test
    void manyWhoGuessAreBarredTogether() {
        for (int i = 0; i < 50; i++) {
            codes.redeem("0000-0000", "eve" + i);
        }

        assertThat(codes.redeem(offer("m1", "ada").code(), "ada")).isInstanceOf(Redemption.Barred.class);
    }

    @Test
    void aLinkIsBuiltOnTheAddressOfTheInstance() {
        AckOffer with = codes.offer("m1", episode.alarm(), "ada", "https://watch.example.com/wk");

        assertThat(with.link().orElseThrow().toString())
                .isEqualTo("https://watch.example.com/wk/acknowledge?code="
                        + with.code().replace("-", ""));
        assertThat(offer("m1", "ada").link()).isEmpty();
        assertThat(with.toString()).doesNotContain(with.code());
    }

    @Test
    void expiredCodesAreForgottenAWeekLater() {
        AckOffer offer = offer("m1", "ada");
        clock.advance(Duration.ofDays(2));
        codes.forgetOld();
        Redemption late = codes.redeem(offer.code(), "ada");
        clock.advance(Duration.ofDays(7));

        codes.forgetOld();

        assertThat(late).isInstanceOf(Redemption.Expired.class);
        assertThat(codes.redeem(offer.code(), "ada")).isEqualTo(new Redemption.Unknown());
    }

    private AckOffer offer(String message, String user) {
        return codes.offer(message, episode.alarm(), user, "");
    }
}
