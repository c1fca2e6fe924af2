package dev.watchkeeper.engine.alarm.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.Episode;
import dev.watchkeeper.engine.alarm.MemoryAlarmBook;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmFactsTest {
    private static final Instant START = Instant.parse("2026-03-16T00:00:00Z");
    private static final TimeSpan DAY = new TimeSpan(START, START.plus(Duration.ofDays(1)));

    private final AlarmDesk desk =
            new AlarmDesk(new MemoryAlarmBook(), new NoAssets(), AlarmPolicy.STANDARD, () -> START);

    @Test
    void aFactIsWhatItsAlarmSays() {
        Episode episode = new Episode(START);
        desk.accept(List.of(episode.opened(0.9), episode.closed(7, 0.9)));
        Alarm alarm = desk.acknowledge(episode.alarm(), "k.sato", "");

        AlarmFact fact = AlarmFact.of(alarm);

        assertThat(fact.source()).isEqualTo(new AlarmSource(alarm.asset(), "novelty", Episode.PRESSURE));
        assertThat(fact.openedAt()).isEqualTo(START);
        assertThat(fact.closedAtOrNull()).isEqualTo(START.plus(Duration.ofMinutes(7)));
        assertThat(fact.acknowledgedAtOrNull()).isEqualTo(START);
        assertThat(fact.priority()).isEqualTo(alarm.priority());
    }

    @Test
    void whatReachesIntoASpanIsReadWithIt() {
        Episode shortlyBefore = ended(START.minus(Duration.ofDays(2)));
        Episode within = ended(START.plus(Duration.ofHours(3)));
        ended(START.minus(Duration.ofDays(20)));
        Episode longStanding = new Episode(START.minus(Duration.ofDays(30)));
        desk.accept(List.of(longStanding.opened(0.9)));
        ended(DAY.end());

        assertThat(AlarmFacts.read(desk, DAY))
                .extracting(AlarmFact::id)
                .containsExactly(longStanding.alarm(), shortlyBefore.alarm(), within.alarm());
    }

    @Test
    void moreAlarmsThanAreReadAtOnceAreAllRead() {
        int many = 6_000;
        List<Alarm> read = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            desk.accept(List.of(new Episode(START.plusSeconds(i / 2).plusMillis(i % 2)).opened(0.9)));
        }

        AlarmFacts.forEach(desk, DAY, read::add);

        assertThat(read).extracting(Alarm::id).doesNotHaveDuplicates().hasSize(many);
    }

    private Episode ended(Instant openedAt) {
        Episode episode = new Episode(openedAt);
        desk.accept(List.of(episode.opened(0.9), episode.closed(1, 0.9)));
        desk.acknowledge(episode.alarm(), "k.sato", "");
        return episode;
    }

    private static final class NoAssets implements Assets {
        @Override
        public List<Asset> all() {
            return List.of();
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return Optional.empty();
        }

        @Override
        public long version() {
            return 0;
        }
    }
}
