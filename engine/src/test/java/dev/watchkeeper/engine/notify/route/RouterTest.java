package dev.watchkeeper.engine.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeKind;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.SampleNotices;
import dev.watchkeeper.engine.notify.channel.DesktopSettings;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Instant NIGHT = Instant.parse("2026-03-01T03:00:00Z");
    private static final Schedule ALWAYS = Schedule.always(ZoneOffset.UTC);
    private static final Recipient ADA = new Recipient("ada-mail", "ada", "mail", "ada@example.com");
    private static final Recipient BOB = new Recipient("bob-mail", "bob", "mail", "bob@example.com");
    private static final Notice HIGH = SampleNotices.raised("a1", Priority.HIGH);
    private static final Notice LOW = SampleNotices.raised("a2", Priority.LOW);

    @Test
    void aRuleTellsOfItsPriorityAndAbove() {
        Router router = router(rule("r", Priority.MEDIUM, List.of(), ALWAYS, ADA));

        assertThat(router.recipients(HIGH, NIGHT)).containsExactly(ADA);
        assertThat(router.recipients(LOW, NIGHT)).isEmpty();
    }

    @Test
    void aRuleForAssetsLeavesOutOthersAndWhatConcernsNone() {
        Notice pipeline = Notices.pipeline("Kafka", "away", "Start it.", Priority.HIGH, NIGHT, NIGHT);

        assertThat(router(rule("r", Priority.LOW, List.of("p-*"), ALWAYS, ADA)).recipients(HIGH, NIGHT))
                .containsExactly(ADA);
        assertThat(router(rule("r", Priority.LOW, List.of("K-*"), ALWAYS, ADA)).recipients(HIGH, NIGHT))
                .isEmpty();
        assertThat(router(rule("r", Priority.LOW, List.of("*"), ALWAYS, ADA)).recipients(pipeline, NIGHT))
                .isEmpty();
        assertThat(router(rule("r", Priority.LOW, List.of(), ALWAYS, ADA)).recipients(pipeline, NIGHT))
                .containsExactly(ADA);
    }

    @Test
    void aRuleTellsInItsHoursOnly() {
        Schedule day = new Schedule(Set.of(), LocalTime.of(8, 0), LocalTime.of(17, 0), ZoneOffset.UTC);
        Router router = router(rule("r", Priority.LOW, List.of(), day, ADA));

        assertThat(router.recipients(HIGH, NIGHT)).isEmpty();
        assertThat(router.recipients(HIGH, NIGHT.plus(Duration.ofHours(6)))).containsExactly(ADA);
    }

    @Test
    void aRuleForKindsTellsOfTheseOnly() {
        RoutingRule drift =
                new RoutingRule("r", Set.of(NoticeKind.DRIFT), Priority.LOW, List.of(), ALWAYS, List.of(ADA.id()), "");

        assertThat(router(drift).recipients(HIGH, NIGHT)).isEmpty();
    }

    @Test
    void whoIsNamedBySeveralRulesIsToldOnce() {
        Router router = router(
                rule("one", Priority.LOW, List.of(), ALWAYS, ADA),
                rule("two", Priority.LOW, List.of(), ALWAYS, BOB, ADA));

        assertThat(router.recipients(HIGH, NIGHT)).containsExactly(ADA, BOB);
    }

    @Test
    void quietHoursHoldBackWhatDoesNotBreakThroughUntilTheyEnd() {
        Schedule nights = new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneOffset.UTC);
        Router router = router(List.of(new QuietHours(nights, Priority.HIGH, List.of(ADA.id()))));

        assertThat(router.quietUntil(ADA, Priority.MEDIUM, NIGHT)).contains(Instant.parse("2026-03-01T06:00:00Z"));
        assertThat(router.quietUntil(ADA, Priority.HIGH, NIGHT)).isEmpty();
        assertThat(router.quietUntil(BOB, Priority.MEDIUM, NIGHT)).isEmpty();
    }

    @Test
    void quietHoursThatFollowUponOneAnotherAreOne() {
        Schedule evening = new Schedule(Set.of(), LocalTime.of(22, 0), LocalTime.of(2, 0), ZoneOffset.UTC);
        Schedule morning = new Schedule(Set.of(), LocalTime.of(2, 0), LocalTime.of(7, 0), ZoneOffset.UTC);
        Router router = router(List.of(
                new QuietHours(evening, Priority.HIGH, List.of()), new QuietHours(morning, Priority.HIGH, List.of())));

        assertThat(router.quietUntil(ADA, Priority.LOW, Instant.parse("2026-03-01T23:00:00Z")))
                .contains(Instant.parse("2026-03-02T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, P-101, true",
        "P-1?1, P-101, true",
        "P-1?1, P-1011, false",
        "*pump*, Feed pump 3, true",
        "P-*-B, P-101-A-B, true",
        "P-101, p-101, true",
        "'', P-101, false",
        "**1, P-101, true"
    })
    void patternsMatchAsWritten(String pattern, String text, boolean matches) {
        assertThat(Glob.matches(pattern, text)).isEqualTo(matches);
    }

    @Test
    void aPatternMadeToTakeLongDoesNot() {
        assertThat(Glob.matches("*a".repeat(60) + "b", "a".repeat(120))).isFalse();
    }

    @Test
    void settingsSayWhatDoesNotFitTogether() {
        NotifySettings wrong = new NotifySettings(
                List.of(new ChannelEntry("mail", "Mail", EmailSettings.EMPTY)),
                List.of(ADA, new Recipient("eve", "eve", "pigeon", ""), new Recipient("bob", "bob", "mail", "bob")),
                List.of(new RoutingRule("r", Set.of(), Priority.LOW, List.of(), ALWAYS, List.of("nobody"), "chain")),
                List.of(new EscalationChain(
                        "c", List.of(new EscalationChain.Step(Duration.ofMinutes(5), List.of("gone"))), Duration.ZERO)),
                List.of(),
                FloodPolicy.STANDARD,
                "");

        assertThat(wrong.problems())
                .extracting(Problem::field)
                .containsExactly("recipients", "recipients", "rules", "rules", "escalations");
        assertThat(wrong.problems()).extracting(Problem::advice).anyMatch(advice -> advice.contains("pigeon"));
    }

    private static RoutingRule rule(
            String name, Priority atLeast, List<String> assets, Schedule when, Recipient... recipients) {
        return new RoutingRule(
                name,
                Set.of(),
                atLeast,
                assets,
                when,
                List.of(recipients).stream().map(Recipient::id).toList(),
                "");
    }

    private static Router router(RoutingRule... rules) {
        return new Router(settings(List.of(rules), List.of()));
    }

    private static Router router(List<QuietHours> quiet) {
        return new Router(settings(List.of(), quiet));
    }

    private static NotifySettings settings(List<RoutingRule> rules, List<QuietHours> quiet) {
        return new NotifySettings(
                List.of(new ChannelEntry("mail", "Mail", new DesktopSettings())),
                List.of(ADA, BOB),
                rules,
                List.of(),
                quiet,
                FloodPolicy.STANDARD,
                "");
    }
}
