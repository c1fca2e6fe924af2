package dev.watchkeeper.engine.alarm.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.alarm.NoAssets;
import dev.watchkeeper.engine.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloodWatchTest {
    private static final Instant START = Instant.parse("2026-03-01T03:00:00Z");

    private final TestClock clock = new TestClock(START);
    private final AlarmDesk desk = new AlarmDesk(new MemoryAlarmBook(), new NoAssets(), AlarmPolicy.STANDARD, clock);
    private final FloodWatch watch = new FloodWatch(desk);

    @Test
    void tenAlarmsInTenMinutesAreNoFlood() {
        raise(10, Duration.ofSeconds(5));

        assertThat(watch.look(clock.instant())).isEmpty();
    }

    @Test
    void elevenAreAndTheFirstOutIsTheOneThatOpenedFirst() {
        raise(11, Duration.ofSeconds(5));

        assertThat(watch.look(clock.instant())).hasValueSatisfying(flood -> {
            assertThat(flood.since()).isEqualTo(START);
            assertThat(flood.alarms()).isEqualTo(11);
            assertThat(flood.lately()).isEqualTo(11);
            assertThat(flood.firstOut().openedAt()).isEqualTo(START);
            assertThat(flood.assets()).containsExactly(Episode.PRESSURE.asset());
        });
    }

    @Test
    void aFloodGoesOnWithFiveInTenMinutesAndEndsBelowAlsoForOneWhoLooksAllTheTime() {
        raise(11, Duration.ofSeconds(5));
        assertThat(watch.look(clock.instant())).isPresent();
        for (int i = 1; i <= 30; i++) {
            clock.advance(Duration.ofSeconds(110));
            raise(1, Duration.ofMillis(1));

            Optional<FloodNow> flood = watch.look(clock.instant());

            assertThat(flood).as("after %s more alarms", i).isPresent();
            assertThat(flood.orElseThrow().since()).isEqualTo(START);
        }

        clock.advance(Duration.ofMinutes(4));

        assertThat(watch.look(clock.instant())).isEmpty();
    }

    @Test
    void oneWhoBeginsToLookInTheMiddleOfAFloodSeesTheSame() {
        raise(11, Duration.ofSeconds(5));
        watch.look(clock.instant());
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(110));
            raise(1, Duration.ofMillis(1));
        }

        Optional<FloodNow> seen = watch.look(clock.instant());

        assertThat(seen).isPresent();
        assertThat(new FloodWatch(desk).look(clock.instant())).isEqualTo(seen);
    }

    private void raise(int number, Duration apart) {
        for (int i = 0; i < number; i++) {
            desk.accept(List.of(new Episode(clock.instant()).opened(0.9)));
            clock.advance(apart);
        }
    }
}
