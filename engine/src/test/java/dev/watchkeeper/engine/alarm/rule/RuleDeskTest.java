package dev.watchkeeper.engine.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.alarm.AlarmDefinition;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T03:00:00Z");
    private static final AlarmRule HIGH = Pump.limit(Level.HIGH, 6, 0.5);
    private static final AlarmRule STRICTER = Pump.limit(Level.HIGH, 5, 0.5);

    private final MemoryRuleBook book = new MemoryRuleBook();
    private final List<RuleUpdate> published = new ArrayList<>();
    private final RuleDesk desk = desk();
    private boolean away;

    @Test
    void aSavedRuleStandsIsPublishedAndSurvivesARestart() {
        desk.publishTo(this::publish);
        List<RuleVersion> heard = new ArrayList<>();
        desk.onChange(heard::add);

        desk.save(HIGH, "ada", "as agreed");

        assertThat(desk.all()).containsExactly(HIGH);
        assertThat(desk.find(RuleId.parse("P-101/pressure:high"))).contains(HIGH);
        assertThat(published).containsExactly(RuleUpdate.watch(HIGH.condition()));
        assertThat(heard).containsExactly(new RuleVersion(HIGH.id(), 1, HIGH, "ada", NOW, "as agreed"));
        assertThat(desk().all()).containsExactly(HIGH);
    }

    @Test
    void savingTheSameRuleAgainMakesNoVersion() {
        desk.save(HIGH, "ada", "");

        desk.save(HIGH, "bob", "");

        assertThat(desk.history(HIGH.id())).hasSize(1);
    }

    @Test
    void undoBringsTheVersionBeforeBackAndUndoAgainTheOneThatWasTakenBack() {
        desk.save(HIGH, "ada", "");
        desk.save(STRICTER, "ada", "");

        desk.undo(HIGH.id(), "bob");
        AlarmRule after = desk.find(HIGH.id()).orElseThrow();
        desk.undo(HIGH.id(), "bob");

        assertThat(after).isEqualTo(HIGH);
        assertThat(desk.find(HIGH.id())).contains(STRICTER);
        assertThat(desk.history(HIGH.id())).extracting(RuleVersion::number).containsExactly(1, 2, 3, 4);
        assertThat(desk.history(HIGH.id()).get(2).why()).isEqualTo("version 2 taken back");
    }

    @Test
    void undoOfANewRuleRemovesItAndOfARemovalBringsItBack() {
        desk.publishTo(this::publish);
        desk.save(HIGH, "ada", "");

        desk.undo(HIGH.id(), "ada");
        boolean gone = desk.all().isEmpty();
        desk.undo(HIGH.id(), "ada");

        assertThat(gone).isTrue();
        assertThat(desk.all()).containsExactly(HIGH);
        assertThat(published)
                .containsExactly(
                        RuleUpdate.watch(HIGH.condition()),
                        RuleUpdate.forget(Pump.ID, "pressure:high"),
                        RuleUpdate.watch(HIGH.condition()));
        assertThat(desk.undo(RuleId.parse("P-101/nothing"), "ada")).isFalse();
    }

    @Test
    void aRuleThatIsSwitchedOffIsNoLongerWatched() {
        desk.publishTo(this::publish);
        AlarmRule off = new AlarmRule(HIGH.condition(), Priority.LOW, Pump.GUIDANCE, AlarmTraits.PLAIN, false);

        desk.save(off, "ada", "");

        assertThat(published).containsExactly(RuleUpdate.forget(Pump.ID, "pressure:high"));
        assertThat(desk.of(HIGH.id().source()).orElseThrow().enabled()).isFalse();
    }

    @Test
    void whatCannotBePublishedIsPublishedLater() {
        desk.publishTo(this::publish);
        away = true;
        desk.save(HIGH, "ada", "");
        away = false;

        desk.publishPending();
        desk.publishPending();

        assertThat(published).containsExactly(RuleUpdate.watch(HIGH.condition()));
    }

    @Test
    void atTheStartAllRulesArePublishedRemovedOnesToo() {
        desk.save(HIGH, "ada", "");
        desk.save(Pump.limit(Level.LOW, 1, 0), "ada", "");
        desk.remove(HIGH.id(), "ada", "not needed");

        desk().publishTo(this::publish);

        assertThat(published)
                .containsExactlyInAnyOrder(
                        RuleUpdate.forget(Pump.ID, "pressure:high"),
                        RuleUpdate.watch(Pump.limit(Level.LOW, 1, 0).condition()));
    }

    @Test
    void alarmsOfALimitSayWhatItsRuleSays() {
        desk.save(HIGH, "ada", "");

        AlarmDefinition definition = desk.of(HIGH.id().source()).orElseThrow();

        assertThat(definition.message()).contains("Discharge pressure of Feed pump is above 6 bar (high)");
        assertThat(definition.priority()).contains(Priority.MEDIUM);
        assertThat(definition.guidance()).contains(Pump.GUIDANCE);
        assertThat(definition.enabled()).isTrue();
    }

    @Test
    void theLastWordsOfARemovedRuleRaiseNothing() {
        desk.save(HIGH, "ada", "");
        desk.remove(HIGH.id(), "ada", "");

        AlarmDefinition definition = desk.of(HIGH.id().source()).orElseThrow();

        assertThat(definition.enabled()).isFalse();
        assertThat(definition.message()).isPresent();
    }

    @Test
    void detectorsFollowTheAnomalyRuleOfTheirAsset() {
        desk.save(Pump.rule(new Condition.Anomaly(Pump.ID, 0.2, Delays.NONE)), "ada", "");

        for (String detector : List.of("novelty", "asset")) {
            AlarmDefinition definition =
                    desk.of(new AlarmSource(Pump.ID, detector)).orElseThrow();
            assertThat(definition.rarestPerDay()).isEqualTo(0.2);
            assertThat(definition.message()).isEmpty();
        }
        desk.remove(RuleId.parse("P-101/anomaly"), "ada", "");
        assertThat(desk.of(new AlarmSource(Pump.ID, "novelty"))).isEmpty();
    }

    @Test
    void nobodyChangesARuleWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.save(HIGH, " ", ""))
                .withMessageContaining("no user");
        assertThat(desk.all()).isEmpty();
    }

    private void publish(RuleUpdate update) {
        if (away) {
            throw new IllegalStateException("the broker is away");
        }
        published.add(update);
    }

    private RuleDesk desk() {
        return new RuleDesk(book, new Pump(), InstantSource.fixed(NOW));
    }
}
