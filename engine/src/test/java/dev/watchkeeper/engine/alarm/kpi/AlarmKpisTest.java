package dev.watchkeeper.engine.alarm.kpi;

import static dev.watchkeeper.engine.alarm.kpi.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmKpisTest {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final TimeSpan MONDAY = new TimeSpan(at(0), at(DAY));

    @Test
    void theAverageIsAlarmsPerTenMinutesOfTheTimeThatHasPassed() {
        Facts facts = new Facts().open("a", 0, 700, 1_500);

        AlarmKpis kpis = measure(facts, MONDAY, at(1_800));

        assertThat(kpis.span()).isEqualTo(new TimeSpan(at(0), at(1_800)));
        assertThat(kpi(kpis, KpiKind.AVERAGE_LOAD).value()).isEqualTo(1);
        assertThat(kpi(kpis, KpiKind.AVERAGE_LOAD).verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(kpi(kpis, KpiKind.AVERAGE_LOAD).sentence()).isEqualTo("3 alarms in 30 min.");
    }

    @Test
    void upToTwoPerTenMinutesAreTolerableAndMoreAreNot() {
        assertThat(kpi(measure(spread(288), MONDAY, at(DAY)), KpiKind.AVERAGE_LOAD)
                        .verdict())
                .isEqualTo(Verdict.TOLERABLE);
        assertThat(kpi(measure(spread(289), MONDAY, at(DAY)), KpiKind.AVERAGE_LOAD)
                        .verdict())
                .isEqualTo(Verdict.BEYOND);
    }

    @Test
    void theStartOfASpanBelongsToItAndItsEndDoesNot() {
        Facts facts = new Facts().open("a", -1, 0, 599, 600, DAY - 1, DAY);

        AlarmKpis kpis = measure(facts, MONDAY, at(2 * DAY));

        assertThat(kpis.alarms()).isEqualTo(4);
        assertThat(kpis.load().counts()).hasSize(144).startsWith(2, 1).endsWith(1);
    }

    @Test
    void thePeakIsTheWorstIntervalFromTheStartOfTheSpan() {
        Facts facts = new Facts();
        IntStream.range(0, 11).forEach(i -> facts.open("a", 5 * HOUR + 50L * i));

        Kpi peak = kpi(measure(facts, MONDAY, at(DAY)), KpiKind.PEAK_LOAD);

        assertThat(peak.value()).isEqualTo(11);
        assertThat(peak.verdict()).isEqualTo(Verdict.BEYOND);
        assertThat(peak.sentence()).isEqualTo("In the ten minutes from Mon 16 Mar 05:00.");
    }

    @Test
    void timeInFloodIsTheShareOfTheSpanWithTheFloodThatReachesIntoItFromBefore() {
        Facts facts = new Facts();
        // A flood from 23:55 until 00:05: after ten minutes all eleven leave at once.
        IntStream.range(0, 11).forEach(i -> facts.open("a" + i, -300));

        AlarmKpis kpis = measure(facts, MONDAY, at(DAY));

        assertThat(kpis.alarms()).isZero();
        assertThat(kpis.floods()).singleElement().extracting(Flood::alarms).isEqualTo(11);
        assertThat(kpi(kpis, KpiKind.TIME_IN_FLOOD).value()).isCloseTo(300.0 / DAY, within(1e-9));
        assertThat(kpi(kpis, KpiKind.TIME_IN_FLOOD).verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void anHourIsBusyWithMoreThanThirty() {
        Facts facts = new Facts();
        IntStream.range(0, 30).forEach(i -> facts.open("a", 2 * HOUR + 120L * i));
        IntStream.range(0, 31).forEach(i -> facts.open("a", 7 * HOUR + 110L * i));

        Kpi busy = kpi(measure(facts, MONDAY, at(DAY)), KpiKind.BUSY_HOURS);

        assertThat(busy.value()).isEqualTo(1 / 24.0);
        assertThat(busy.figure()).isEqualTo("4.2 %");
        assertThat(busy.verdict()).isEqualTo(Verdict.BEYOND);
        assertThat(busy.sentence()).isEqualTo("1 of 24 hours. The busiest, from Mon 16 Mar 07:00, had 31.");
    }

    @Test
    void theTenMostFrequentAreJudgedFromTwoHundredAlarmsOn() {
        Facts even = new Facts();
        IntStream.range(0, 200).forEach(i -> even.open("a" + i, 400L * i));
        Facts uneven = new Facts();
        IntStream.range(0, 200).forEach(i -> uneven.open(i < 2 ? "a" : "a" + i, 400L * i));
        Facts few = new Facts();
        IntStream.range(0, 199).forEach(i -> few.open("a", 400L * i));

        assertThat(kpi(measure(even, MONDAY, at(DAY)), KpiKind.MOST_FREQUENT)).satisfies(kpi -> {
            assertThat(kpi.value()).isEqualTo(0.05);
            assertThat(kpi.verdict()).isEqualTo(Verdict.WITHIN);
        });
        assertThat(kpi(measure(uneven, MONDAY, at(DAY)), KpiKind.MOST_FREQUENT)).satisfies(kpi -> {
            assertThat(kpi.value()).isEqualTo(0.055);
            assertThat(kpi.verdict()).isEqualTo(Verdict.BEYOND);
        });
        assertThat(kpi(measure(few, MONDAY, at(DAY)), KpiKind.MOST_FREQUENT).verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void threeOfOneSourceInLessThanAMinuteChatter() {
        Facts chatter = new Facts().open("a", 0, 30, 59).open("b", 0, 30, 60).open("c", 0, 1);

        Kpi kpi = kpi(measure(chatter, MONDAY, at(DAY)), KpiKind.CHATTERING);

        assertThat(kpi.value()).isEqualTo(1);
        assertThat(kpi.verdict()).isEqualTo(Verdict.BEYOND);
        assertThat(kpi.sentence()).endsWith("with 3 alarms.");
    }

    @Test
    void chatterAcrossMidnightCountsOnBothDays() {
        Facts facts = new Facts().open("a", DAY - 20, DAY - 10, DAY + 5);
        TimeSpan tuesday = new TimeSpan(at(DAY), at(2 * DAY));

        assertThat(kpi(measure(facts, MONDAY, at(2 * DAY)), KpiKind.CHATTERING).sentence())
                .contains("2 alarms");
        assertThat(kpi(measure(facts, tuesday, at(2 * DAY)), KpiKind.CHATTERING).sentence())
                .contains("1 alarm.");
    }

    @Test
    void fleetingIsGoneWithinAMinuteUnnoticedAndNotChattering() {
        Facts facts = new Facts()
                .lasting("a", 0, 59)
                .lasting("b", 0, 60)
                .acknowledged("c", 0, 30)
                .lasting("d", 1_000, 3)
                .lasting("d", 1_010, 3)
                .lasting("d", 1_020, 3)
                .standing("e", DAY - 10);

        Kpi kpi = kpi(measure(facts, MONDAY, at(DAY)), KpiKind.FLEETING);

        assertThat(kpi.value()).isEqualTo(1);
    }

    @Test
    void anAcknowledgmentAfterTheReturnDoesNotMakeAnAlarmLessFleeting() {
        AlarmFact late = new AlarmFact(new AlarmId("x"), Facts.source("a"), Priority.LOW, at(0), at(5), at(90));

        Kpi kpi = kpi(
                AlarmKpis.of(List.of(late), MONDAY, at(DAY), ZoneOffset.UTC, OptionalInt.empty()), KpiKind.FLEETING);

        assertThat(kpi.value()).isEqualTo(1);
    }

    @Test
    void staleIsWhatHoldsForMoreThanADayOnTheWorstLocalDay() {
        Facts facts = new Facts()
                .lasting("a", 0, DAY)
                .lasting("b", 0, DAY + 1)
                .standing("c", 0)
                .standing("d", 10 * HOUR)
                .lasting("e", 0, DAY + 5 * HOUR);
        TimeSpan days = new TimeSpan(at(0), at(3 * DAY));

        Kpi kpi = kpi(measure(facts, days, at(2 * DAY + HOUR)), KpiKind.STALE);

        // On Tuesday b, c, d and e; on Wednesday c and d.
        assertThat(kpi.value()).isEqualTo(4);
        assertThat(kpi.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(kpi.sentence()).isEqualTo("On Tue 17 Mar; 2 stood at the end.");
    }

    @Test
    void whereMidnightIsDecidesWhichDayIsTheWorst() {
        // Stale from 23:30 to 23:59 UTC, which is after midnight in Berlin.
        Facts facts = new Facts().lasting("a", -1_800, DAY + 1_740);
        TimeSpan days = new TimeSpan(at(0), at(2 * DAY));

        assertThat(kpi(measure(facts, days, at(2 * DAY)), KpiKind.STALE).sentence())
                .startsWith("On Mon 16 Mar");
        assertThat(kpi(
                                AlarmKpis.of(
                                        facts.list(),
                                        days,
                                        at(2 * DAY),
                                        ZoneId.of("Europe/Berlin"),
                                        OptionalInt.empty()),
                                KpiKind.STALE)
                        .sentence())
                .startsWith("On Tue 17 Mar");
    }

    @Test
    void fiveStaleOnADayAreTooMany() {
        Facts facts = new Facts();
        IntStream.range(0, 5).forEach(i -> facts.standing("a" + i, i));

        assertThat(kpi(measure(facts, new TimeSpan(at(0), at(3 * DAY)), at(2 * DAY)), KpiKind.STALE)
                        .verdict())
                .isEqualTo(Verdict.BEYOND);
    }

    @Test
    void prioritiesFitWhenHighAndMediumKeepToTheirShares() {
        Facts fit = new Facts().of(Priority.LOW, 80).of(Priority.MEDIUM, 15).of(Priority.HIGH, 5);
        Facts tooMany = new Facts().of(Priority.LOW, 79).of(Priority.MEDIUM, 16).of(Priority.HIGH, 5);
        Facts few = new Facts().of(Priority.LOW, 10).of(Priority.HIGH, 9);

        assertThat(kpi(measure(fit, MONDAY, at(DAY)), KpiKind.PRIORITIES)).satisfies(kpi -> {
            assertThat(kpi.figure()).isEqualTo("80 / 15 / 5 %");
            assertThat(kpi.verdict()).isEqualTo(Verdict.WITHIN);
        });
        assertThat(kpi(measure(tooMany, MONDAY, at(DAY)), KpiKind.PRIORITIES).verdict())
                .isEqualTo(Verdict.BEYOND);
        assertThat(kpi(measure(few, MONDAY, at(DAY)), KpiKind.PRIORITIES).verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void theShelvedAreToldWhereTheyAreKnown() {
        AlarmKpis known = AlarmKpis.of(List.of(), MONDAY, at(DAY), ZoneOffset.UTC, OptionalInt.of(30));
        AlarmKpis unknown = AlarmKpis.of(List.of(), MONDAY, at(DAY), ZoneOffset.UTC, OptionalInt.empty());

        assertThat(known.kpi(KpiKind.SHELVED))
                .hasValueSatisfying(kpi -> assertThat(kpi.verdict()).isEqualTo(Verdict.BEYOND));
        assertThat(unknown.kpi(KpiKind.SHELVED)).isEmpty();
        assertThat(unknown.kpis()).hasSize(KpiKind.values().length - 1);
    }

    @Test
    void withoutAlarmsEverythingThatCanBeJudgedIsFine() {
        AlarmKpis kpis = measure(new Facts(), MONDAY, at(HOUR));

        assertThat(kpis.beyond()).isZero();
        assertThat(kpis.summary()).isEqualTo("No alarm; every figure is within what the standard asks.");
        assertThat(kpis.badActors()).isEmpty();
    }

    @Test
    void whatHappensLaterIsNotKnownYet() {
        Facts facts = new Facts().lasting("a", 0, 30).open("a", 100);

        AlarmKpis kpis = measure(facts, MONDAY, at(20));

        assertThat(kpis.alarms()).isEqualTo(1);
        assertThat(kpi(kpis, KpiKind.FLEETING).value()).isZero();
    }

    @Test
    void aSpanThatHasNotBegunIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measure(new Facts(), MONDAY, at(0)))
                .withMessageContaining("2026-03-16T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theFiguresAreThoseOfCountingOneByOne(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts();
        for (int i = 0; i < 600; i++) {
            String asset = "a" + random.nextInt(30);
            int second = random.nextInt((int) (4 * DAY)) - (int) DAY;
            switch (random.nextInt(12)) {
                case 0 -> facts.standing(asset, second);
                case 1 -> facts.lasting(asset, second, DAY + random.nextInt((int) DAY));
                case 2 -> facts.open(asset, second, second + random.nextInt(30), second + 20 + random.nextInt(60));
                case 3 -> facts.acknowledged(asset, second, random.nextInt(100));
                default -> facts.lasting(asset, second, random.nextInt(120));
            }
        }
        Instant now = at(2 * DAY + random.nextInt((int) DAY));
        TimeSpan span = new TimeSpan(at(random.nextInt(3_600)), at(3 * DAY));
        ZoneId zone = ZoneId.of("Asia/Kathmandu");

        AlarmKpis kpis = AlarmKpis.of(facts.list(), span, now, zone, OptionalInt.empty());

        NaiveKpis naive = new NaiveKpis(facts.list(), new TimeSpan(span.start(), now), now, zone);
        assertThat(kpis.alarms()).isEqualTo(naive.alarms());
        assertThat(kpis.load().counts()).isEqualTo(naive.load(Duration.ofMinutes(10)));
        assertThat(kpi(kpis, KpiKind.BUSY_HOURS).value()).isEqualTo(naive.busyHours());
        assertThat(kpi(kpis, KpiKind.CHATTERING).value()).isEqualTo(naive.chatteringSources());
        assertThat(kpi(kpis, KpiKind.FLEETING).value()).isEqualTo(naive.fleeting());
        assertThat(kpi(kpis, KpiKind.STALE).value()).isEqualTo(naive.stale());
        assertThat(kpi(kpis, KpiKind.MOST_FREQUENT).value()).isEqualTo(naive.mostFrequent());
        assertThat(kpi(kpis, KpiKind.CHATTERING).value()).isPositive();
        assertThat(kpi(kpis, KpiKind.STALE).value()).isPositive();
    }

    private static Facts spread(int count) {
        Facts facts = new Facts();
        for (int i = 0; i < count; i++) {
            facts.open("a" + i, i * DAY / count);
        }
        return facts;
    }

    private static AlarmKpis measure(Facts facts, TimeSpan span, Instant now) {
        return AlarmKpis.of(facts.list(), span, now, ZoneOffset.UTC, OptionalInt.empty());
    }

    private static Kpi kpi(AlarmKpis kpis, KpiKind kind) {
        return kpis.kpi(kind).orElseThrow();
    }
}
