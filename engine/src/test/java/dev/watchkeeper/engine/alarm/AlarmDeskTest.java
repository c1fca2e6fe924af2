package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.wire.StreamPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlarmDeskTest {
    private static final Instant OPENED_AT = Instant.parse("2026-03-01T03:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:02Z");
    private static final Guidance GUIDANCE =
            new Guidance("Strainer clogged", "Pump runs dry", "Switch to P-102", Duration.ofMinutes(10));

    private final MemoryAlarmBook book = new MemoryAlarmBook();
    private final Episode episode = new Episode(OPENED_AT);
    private final AlarmDesk desk = desk(pump(GUIDANCE));

    @Test
    void aDetectionBecomesAnAlarmThatEverybodyHearsOf() {
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(heard::add);

        desk.accept(List.of(episode.opened(0.9)), position(1));

        assertThat(desk.current()).hasSize(1).isEqualTo(heard).isEqualTo(book.open());
        assertThat(desk.find(episode.alarm())).contains(heard.get(0));
        assertThat(desk.opened(new TimeSpan(OPENED_AT, NOW), 5)).isEqualTo(heard);
        assertThat(desk.positions()).containsExactly(position(1));
    }

    @Test
    void anAlarmSaysInPlainWordsWhatIsAbnormalAndWhatToDo() {
        desk.accept(List.of(episode.opened(0.9)), position(1));

        Alarm alarm = desk.current().get(0);
        assertThat(alarm.message()).isEqualTo("Discharge pressure of Feed pump left its usual pattern");
        assertThat(alarm.guidance()).isEqualTo(GUIDANCE);
        assertThat(alarm.raisedAt()).isEqualTo(NOW);
    }

    @Test
    void anAlarmNamesTheSensorsThatMakeUpMostOfTheScore() {
        desk.accept(List.of(episode.opened(0.55)), position(1));

        assertThat(desk.current().get(0).message())
                .isEqualTo("Discharge pressure and Flow of Feed pump left their usual pattern");
    }

    @Test
    void anAlarmOfAnUndescribedAssetUsesTheNamesItHas() {
        AlarmDesk undescribed = desk(new NoAssets());

        undescribed.accept(List.of(episode.opened(0.9)), position(1));

        Alarm alarm = undescribed.current().get(0);
        assertThat(alarm.message()).isEqualTo("pressure of P-101 left its usual pattern");
        assertThat(alarm.guidance().action()).contains("pressure", "P-101");
    }

    @Test
    void anAlarmWithoutContributionsNamesTheAsset() {
        Detection opened = episode.opened(0.9);
        Detection bare = new Detection(
                opened.id(),
                opened.asset(),
                opened.rule(),
                opened.phase(),
                opened.openedAt(),
                opened.at(),
                opened.window(),
                opened.peakScore(),
                opened.falseAlarmsPerDay(),
                List.<Contribution>of());

        desk.accept(List.of(bare), position(1));

        assertThat(desk.current().get(0).message()).isEqualTo("Feed pump left its usual pattern");
    }

    @Test
    void aSensorWithoutGuidanceTellsTheOperatorWhereToLook() {
        AlarmDesk plain = desk(pump(null));

        plain.accept(List.of(episode.opened(0.9)), position(1));

        Guidance guidance = plain.current().get(0).guidance();
        assertThat(guidance.action()).contains("Discharge pressure", "Feed pump");
        assertThat(guidance.timeToRespond()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aBatchThatComesTwiceIsToldOnce() {
        List<Detection> batch = List.of(episode.opened(0.7), episode.worsened(1, 0.9), episode.closed(2, 0.9));
        desk.accept(batch, position(3));
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(heard::add);
        List<JournalEntry> before = desk.journal(episode.alarm());

        desk.accept(batch, position(3));

        assertThat(heard).isEmpty();
        assertThat(desk.journal(episode.alarm())).isEqualTo(before).hasSize(3);
    }

    @Test
    void anAlarmThatIsOverIsNoLongerCurrentAndStaysOverOnReplay() {
        List<Detection> batch = List.of(episode.opened(0.9), episode.closed(2, 0.9));
        desk.accept(batch, position(2));

        Alarm over = desk.acknowledge(episode.alarm(), "ada", "cleaned");
        desk.accept(batch, position(2));

        assertThat(over.state()).isEqualTo(AlarmState.NORMAL);
        assertThat(desk.current()).isEmpty();
        assertThat(desk.find(episode.alarm())).contains(over);
    }

    @Test
    void openAlarmsAreTakenUpAgainAfterARestart() {
        desk.accept(List.of(episode.opened(0.9)), position(1));

        AlarmDesk restarted = desk(pump(GUIDANCE));
        restarted.accept(List.of(episode.closed(3, 0.9)), position(2));

        assertThat(restarted.current()).hasSize(1);
        assertThat(restarted.current().get(0).state()).isEqualTo(AlarmState.RETURNED_UNACKNOWLEDGED);
    }

    @Test
    void currentAlarmsStandNewestFirst() {
        Episode later = new Episode(OPENED_AT.plusSeconds(60));

        desk.accept(List.of(episode.opened(0.9), later.opened(0.9)), position(2));

        assertThat(desk.current()).extracting(Alarm::id).containsExactly(later.alarm(), episode.alarm());
    }

    @Test
    void whenTheBookFailsNothingHasChangedAndTheBatchCanBeGivenAgain() {
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(heard::add);
        book.failing(true);

        assertThatIllegalStateException().isThrownBy(() -> desk.accept(List.of(episode.opened(0.9)), position(1)));
        boolean untouched = desk.current().isEmpty() && heard.isEmpty();
        book.failing(false);
        desk.accept(List.of(episode.opened(0.9)), position(1));

        assertThat(untouched).isTrue();
        assertThat(heard).hasSize(1);
    }

    @Test
    void aListenerThatFailsDoesNotKeepOthersFromHearing() {
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(alarm -> {
            throw new IllegalStateException("a listener that always fails");
        });
        desk.onChange(heard::add);

        desk.accept(List.of(episode.opened(0.9)), position(1));

        assertThat(heard).hasSize(1);
    }

    @Test
    void aClosedSubscriptionHearsNothing() {
        List<Alarm> heard = new ArrayList<>();
        Subscription subscription = desk.onChange(heard::add);

        subscription.close();
        desk.accept(List.of(episode.opened(0.9)), position(1));

        assertThat(heard).isEmpty();
    }

    @Test
    void acknowledgingTwiceIsToldOnce() {
        desk.accept(List.of(episode.opened(0.9)), position(1));
        Alarm first = desk.acknowledge(episode.alarm(), "ada", "seen");
        List<Alarm> heard = new ArrayList<>();
        desk.onChange(heard::add);

        Alarm second = desk.acknowledge(episode.alarm(), "bob", "seen too");

        assertThat(second).isEqualTo(first);
        assertThat(heard).isEmpty();
    }

    @Test
    void acknowledgingWhatIsNotThereOrByNobodyIsRefused() {
        desk.accept(List.of(episode.opened(0.9)), position(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.acknowledge(new AlarmId("nothing"), "ada", ""))
                .withMessageContaining("nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.acknowledge(episode.alarm(), " ", ""))
                .withMessageContaining(episode.alarm().value());
    }

    @Test
    void detectionsAndAcknowledgmentsFromManyThreadsLoseNothing() throws Exception {
        int episodes = 50;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < episodes; i++) {
                Episode each = new Episode(OPENED_AT.plusSeconds(i));
                int next = i + 1;
                running.add(threads.submit(() -> {
                    desk.accept(List.of(each.opened(0.9)), position(next));
                    desk.acknowledge(each.alarm(), "ada", "");
                    desk.accept(List.of(each.closed(1, 0.9)), position(next));
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(desk.current()).isEmpty();
        assertThat(book.opened(new TimeSpan(OPENED_AT, OPENED_AT.plusSeconds(episodes)), episodes))
                .hasSize(episodes)
                .allMatch(alarm -> desk.journal(alarm.id()).size() == 3);
    }

    private AlarmDesk desk(Assets assets) {
        return new AlarmDesk(book, assets, AlarmPolicy.STANDARD, InstantSource.fixed(NOW));
    }

    private static StreamPosition position(long nextOffset) {
        return new StreamPosition("detections", 0, nextOffset);
    }

    private static Assets pump(@Nullable Guidance guidance) {
        Unit bar = new Unit("bar");
        Asset pump = new Asset(
                Episode.PRESSURE.asset(),
                "Feed pump",
                "Unit 1",
                List.of(
                        new Sensor(Episode.PRESSURE, "Discharge pressure", bar, guidance),
                        new Sensor(Episode.FLOW, "Flow", new Unit("m³/h"), null)));
        return new OneAsset(pump);
    }

    /** A plant of one asset. */
    private record OneAsset(Asset asset) implements Assets {
        @Override
        public List<Asset> all() {
            return List.of(asset);
        }

        @Override
        public Optional<Asset> find(AssetId id) {
            return Optional.of(asset).filter(found -> found.id().equals(id));
        }

        @Override
        public long version() {
            return 1;
        }
    }
}
