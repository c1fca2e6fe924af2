package dev.watchkeeper.app.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.RulesStory;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.signal.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleListViewModelTest {
    private static final RuleId INFLOW = RulesStory.id(RulesStory.INFLOW, "high");

    private final Desk desk = new Desk();
    private final FakePlant plant = RulesStory.told(desk.plant());
    private final RulePorts ports = new RulePorts(
            plant.rules(),
            plant.rehearsals(),
            plant.assets(),
            new TraceLoader(plant.history(), plant.live()),
            plant.notifications(),
            "m.weber",
            false);
    private final RuleActions actions = new RuleActions(ports, desk.context());
    private final List<RuleDraft> opened = new ArrayList<>();
    private final RuleListViewModel model = new RuleListViewModel(ports, desk.context(), actions, opened::add);
    private Subscription attached = () -> {};

    @BeforeEach
    void attach() {
        attached = model.attach();
        desk.pulse().beat(1);
    }

    @Test
    void eachRuleIsToldInWordsWithItsLastChange() {
        RuleRow inflow = row(INFLOW);

        assertThat(rows()).hasSize(8);
        assertThat(inflow.condition()).isEqualTo("above 540 m³/h (high)");
        assertThat(inflow.damping()).isEqualTo("on 1 min, off 1 min, deadband 25 m³/h");
        assertThat(inflow.changed()).isEqualTo("03:12:40, m.weber");
        assertThat(inflow.versions()).hasSize(2);
        assertThat(inflow.versions().getFirst().what())
                .isEqualTo(
                        "Changed: above 520 m³/h (high) → above 540 m³/h (high); deadband 25 m³/h → on 1 min, off 1 min,"
                                + " deadband 25 m³/h");
        assertThat(inflow.versions().getFirst().why()).isEqualTo("chattered in rain");
    }

    @Test
    void theFilterFindsWordsWhereverTheyStand() {
        model.filterProperty().set("bearing 75");

        assertThat(rows()).extracting(RuleRow::condition).containsExactly("above 75 °C (high high)");
    }

    @Test
    void aRuleIsRemovedOnlyAfterItWasAskedAndUndoBringsItBack() {
        model.select(INFLOW);
        model.remove();
        assertThat(plant.rules().find(INFLOW)).isPresent();

        model.askToRemove();
        model.remove();
        desk.pulse().beat(1);
        assertThat(plant.rules().find(INFLOW)).isEmpty();
        assertThat(rows()).hasSize(7);
        assertThat(model.selectedProperty().get()).isNull();

        actions.undo();
        desk.pulse().beat(1);
        assertThat(rows()).hasSize(8);
    }

    @Test
    void aRuleIsSwitchedOffAndOnAgain() {
        model.select(INFLOW);

        model.toggle();
        desk.pulse().beat(1);
        assertThat(row(INFLOW).enabled()).isFalse();
        assertThat(row(INFLOW).versions().getFirst().what()).isEqualTo("Changed: switched off");

        model.toggle();
        desk.pulse().beat(1);
        assertThat(row(INFLOW).enabled()).isTrue();
    }

    @Test
    void editingOpensTheDialogWithTheRule() {
        model.select(INFLOW);

        model.edit();

        assertThat(opened)
                .containsExactly(RuleDraft.of(plant.rules().find(INFLOW).orElseThrow()));
    }

    @Test
    void nothingIsHeardAfterDetaching() {
        attached.close();

        actions.switchTo(row(INFLOW).rule(), false);
        desk.pulse().beat(3);

        assertThat(row(INFLOW).enabled()).isTrue();
        assertThat(desk.pulse().subscriptions()).isZero();
    }

    private List<RuleRow> rows() {
        return model.rowsProperty().get() instanceof Load.Ready<List<RuleRow>>(List<RuleRow> rows) ? rows : List.of();
    }

    private RuleRow row(RuleId id) {
        return Objects.requireNonNull(
                rows().stream().filter(row -> row.id().equals(id)).findFirst().orElse(null));
    }
}
