package dev.watchkeeper.engine.alarm.kpi;

import static dev.watchkeeper.engine.alarm.kpi.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.kpi.Suggestion.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadActorsTest {
    private static final Instant NOW = at(86_400);

    @Test
    void anOnDelayIsSuggestedForShortAlarmsThatAreFarApart() {
        Facts facts = new Facts();
        for (int i = 0; i < 57; i++) {
            facts.lasting("pump", 1_000L * i, i % 12 + 1);
        }
        for (int i = 0; i < 4; i++) {
            facts.lasting("pump", 70_000 + 1_000L * i, 120);
        }

        BadActor pump = rank(facts).get(0);

        // On-delays: 10 s leave those of 10, 11 and 12 s (14) and the four long ones; that is 14 of 57, a quarter. 15 s
        // leave the four.
        assertThat(pump.suggestion().kind()).isEqualTo(Kind.ON_DELAY);
        assertThat(pump.suggestion().delay()).isEqualTo(Duration.ofSeconds(15));
        assertThat(pump.suggestion().left()).isEqualTo(4);
        assertThat(pump.suggestion().longestHidden()).isEqualTo(Duration.ofSeconds(12));
        assertThat(pump.suggestion().sentence())
                .isEqualTo("An on-delay of 15 s would have left 4 of 61."
                        + " Nothing that lasted longer than 12 s would have been hidden.");
        assertThat(pump.fleeting()).isEqualTo(57);
        assertThat(pump.chattering()).isZero();
    }

    @Test
    void anOffDelayIsSuggestedForAnAlarmThatComesBackAtOnce() {
        Facts facts = new Facts();
        for (int train = 0; train < 3; train++) {
            for (int i = 0; i < 10; i++) {
                facts.lasting("valve", 20_000L * train + 12L * i, 5);
            }
        }

        BadActor valve = rank(facts).get(0);

        // Seven seconds lie between the return and the next opening: an off-delay of 10 s makes each train one alarm.
        assertThat(valve.chattering()).isEqualTo(30);
        assertThat(valve.suggestion().kind()).isEqualTo(Kind.OFF_DELAY);
        assertThat(valve.suggestion().sentence())
                .isEqualTo("An off-delay of 10 s would have left 3 of 30, the others as part of these;"
                        + " nothing would have been hidden.");
    }

    @Test
    void noDelayIsSuggestedWhereNoneKeepsFourFifthsAway() {
        Facts facts = new Facts();
        for (int train = 0; train < 5; train++) {
            // Taken as disturbing all of them; those that last stay whatever the delay.
            long second = 10_000L * train;
            facts.lasting("valve", second, 1).lasting("valve", second + 1, 3_600);
        }
        facts.lasting("valve", 60_000, 30).lasting("valve", 70_000, 59).lasting("valve", 80_000, 59);
        List<AlarmFact> own = facts.list();
        Chatter all = new Chatter(own.stream().map(AlarmFact::id).collect(Collectors.toSet()), Set.of());

        Suggestion suggestion = new DelaySearch(own, all, NOW).best();

        assertThat(suggestion.kind()).isEqualTo(Kind.NO_DELAY_HELPS);
        assertThat(suggestion.sentence()).startsWith("No delay up to 60 s");
    }

    @Test
    void theAcknowledgedOnesThatAnOnDelayWouldHideAreNamed() {
        Facts facts = new Facts().acknowledged("pump", 0, 4);
        for (int i = 1; i < 9; i++) {
            facts.lasting("pump", 1_000L * i, 4);
        }

        Suggestion suggestion = rank(facts).get(0).suggestion();

        assertThat(suggestion.acknowledgedHidden()).isEqualTo(1);
        assertThat(suggestion.sentence()).endsWith("hidden; of what would, 1 had been acknowledged.");
    }

    @Test
    void theMostFrequentStandFirstAndAtMostTenOfThem() {
        Facts facts = new Facts();
        for (int source = 0; source < 12; source++) {
            for (int i = 0; i <= source; i++) {
                facts.open("a" + source, 1_000L * i);
            }
        }

        List<BadActor> actors = rank(facts);

        assertThat(actors).hasSize(10);
        assertThat(actors).extracting(BadActor::alarms).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(actors.get(0).share()).isEqualTo(12 / 78.0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatADelayLeavesIsWhatADelayedAlarmWouldHaveRaisedSecondBySecond(long seed) {
        Random random = new Random(seed);
        Facts facts = new Facts();
        boolean[] holds = new boolean[20_000];
        for (int second = 10; second < 18_000; second += 1 + random.nextInt(90)) {
            int length = 1 + random.nextInt(80);
            facts.lasting("pump", second, length);
            Arrays.fill(holds, second, second + length, true);
            second += length;
        }
        DelaySearch search = new DelaySearch(facts.list(), Chatter.of(facts.list(), NOW), NOW);

        for (int delay : new int[] {2, 15, 60}) {
            assertThat(search.onDelay(Duration.ofSeconds(delay)).left()).isEqualTo(raised(holds, delay, 1));
            assertThat(search.offDelay(Duration.ofSeconds(delay)).left()).isEqualTo(raised(holds, 1, delay));
        }
    }

    /** How often an alarm is raised that wants the condition to hold, and to be gone, for so many seconds. */
    private static int raised(boolean[] holds, int onSeconds, int offSeconds) {
        int raised = 0;
        int held = 0;
        int gone = offSeconds;
        boolean active = false;
        for (boolean now : holds) {
            held = now ? held + 1 : 0;
            gone = now ? 0 : gone + 1;
            if (!active && held >= onSeconds) {
                active = true;
                raised++;
            } else if (active && gone >= offSeconds) {
                active = false;
            }
        }
        return raised;
    }

    @Test
    void noSuggestionIsMadeForAlarmsThatLast() {
        Facts facts = new Facts().open("pump", 0, 5_000, 10_000, 15_000);

        assertThat(rank(facts).get(0).suggestion().kind()).isEqualTo(Kind.NOTHING);
    }

    private static List<BadActor> rank(Facts facts) {
        return BadActors.rank(facts.list(), Chatter.of(facts.list(), NOW), NOW);
    }
}
