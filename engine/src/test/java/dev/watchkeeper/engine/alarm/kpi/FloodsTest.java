package dev.watchkeeper.engine.alarm.kpi;

import static dev.watchkeeper.engine.alarm.kpi.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloodsTest {
    private static final Instant LATER = at(86_400);

    @Test
    void tenInTenMinutesAreNoFlood() {
        List<AlarmFact> ten = every(10, 0, 60);

        assertThat(Floods.find(ten, LATER)).isEmpty();
    }

    @Test
    void elevenInTenMinutesAreAFloodFromTheFirstOfThemUntilFewerThanFiveAreLeft() {
        List<AlarmFact> eleven = every(11, 100, 10);

        // They open at 100, 110, … 200; at 760 the seventh leaves the ten minutes and four remain.
        assertThat(Floods.find(eleven, LATER)).singleElement().satisfies(flood -> {
            assertThat(flood.span()).isEqualTo(new TimeSpan(at(100), at(760)));
            assertThat(flood.alarms()).isEqualTo(11);
            assertThat(flood.first().openedAt()).isEqualTo(at(100));
            assertThat(flood.ongoing()).isFalse();
        });
    }

    @Test
    void anAlarmThatIsExactlyTenMinutesOldNoLongerCounts() {
        Facts facts = new Facts().open("a", 0, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600);

        assertThat(Floods.find(facts.list(), LATER)).isEmpty();
    }

    @Test
    void aBurstAcrossTheBoundaryOfTwoIntervalsIsAFloodThoughNeitherHasMoreThanTen() {
        List<AlarmFact> burst = every(16, 600 - 8 * 20, 20);

        Load load = Load.of(burst, new TimeSpan(at(0), at(1_200)), Standard.INTERVAL);

        assertThat(load.counts()).containsExactly(8, 8);
        assertThat(Floods.find(burst, LATER)).hasSize(1);
    }

    @Test
    void aFloodThatHasNotEndedEndsNow() {
        List<AlarmFact> alarms = every(20, 0, 10);

        assertThat(Floods.find(alarms, at(300))).singleElement().satisfies(flood -> {
            assertThat(flood.span()).isEqualTo(new TimeSpan(at(0), at(300)));
            assertThat(flood.ongoing()).isTrue();
        });
    }

    @Test
    void betweenFiveAndTenAFloodGoesOn() {
        Facts facts = new Facts();
        LongStream.range(0, 11).forEach(i -> facts.open("a", i));
        LongStream.range(1, 10).forEach(i -> facts.open("b", 100 * i));

        // From 612 on only those of b count: six in any ten minutes, until none follows that of 900.
        List<Flood> floods = Floods.find(facts.list(), LATER);

        // At 1100 the alarm of 500 leaves, and those of 600, 700, 800 and 900 remain.
        assertThat(floods).singleElement().extracting(Flood::span).isEqualTo(new TimeSpan(at(0), at(1_100)));
    }

    @Test
    void fiveHundredInAMinuteAreOneFlood() {
        Facts facts = new Facts();
        for (int i = 0; i < 500; i++) {
            facts.open("a" + i % 50, i * 60 / 500);
        }

        assertThat(Floods.find(facts.list(), LATER))
                .singleElement()
                .extracting(Flood::alarms)
                .isEqualTo(500);
    }

    @Test
    void onlyThePartWithinASpanCountsForIt() {
        List<Flood> floods = Floods.find(every(11, 100, 10), LATER);

        assertThat(Floods.within(floods, new TimeSpan(at(0), at(700)))).isEqualTo(Duration.ofMinutes(10));
        assertThat(Floods.within(floods, new TimeSpan(at(700), at(900)))).isEqualTo(Duration.ofMinutes(1));
        assertThat(Floods.within(floods, new TimeSpan(at(760), at(900)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theSameFloodsAreFoundByLookingAtEverySecond(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts();
        int second = 0;
        for (int i = 0; i < 400; i++) {
            second += random.nextInt(i / 40 % 2 == 0 ? 40 : 300);
            facts.open("a", second);
        }
        int now = second - random.nextInt(400);

        List<Flood> floods = Floods.find(facts.list(), at(now));

        assertThat(floods).isNotEmpty();
        assertThat(floods).extracting(Flood::span).isEqualTo(everySecond(facts.list(), now));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void everyIntervalWithMoreThanTenTouchesAFlood(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts();
        for (int i = 0; i < 700; i++) {
            facts.open("a", random.nextInt(10) == 0 ? random.nextInt(86_400) : 3_600 * (i % 9) + random.nextInt(900));
        }
        TimeSpan day = new TimeSpan(at(0), LATER);

        List<Flood> floods = Floods.find(facts.list(), LATER);
        Load load = Load.of(facts.list(), day, Standard.INTERVAL);

        for (int i = 0; i < load.counts().size(); i++) {
            TimeSpan interval = new TimeSpan(at(600L * i), at(600L * (i + 1)));
            if (load.counts().get(i) > Standard.FLOOD_ABOVE) {
                assertThat(floods).anyMatch(flood -> flood.span().overlaps(interval));
            }
        }
        assertThat(load.above(Standard.FLOOD_ABOVE)).isPositive();
    }

    /** By the definition alone: n(t) counted anew at every second. */
    private static List<TimeSpan> everySecond(List<AlarmFact> facts, int now) {
        List<TimeSpan> found = new ArrayList<>();
        Instant begun = null;
        Instant before = Instant.MIN;
        for (int second = 0; second < now; second++) {
            Instant moment = at(second);
            List<AlarmFact> window = facts.stream()
                    .filter(fact -> fact.openedAt().isAfter(moment.minusSeconds(600))
                            && !fact.openedAt().isAfter(moment))
                    .toList();
            if (begun == null && window.size() > 10) {
                Instant oldest = window.get(0).openedAt();
                begun = oldest.isAfter(before) ? oldest : before;
            } else if (begun != null && window.size() < 5) {
                found.add(new TimeSpan(begun, moment));
                before = moment;
                begun = null;
            }
        }
        if (begun != null) {
            found.add(new TimeSpan(begun, at(now)));
        }
        return found;
    }

    private static List<AlarmFact> every(int count, long from, long step) {
        Facts facts = new Facts();
        for (int i = 0; i < count; i++) {
            facts.open("a", from + i * step);
        }
        return facts.list();
    }
}
