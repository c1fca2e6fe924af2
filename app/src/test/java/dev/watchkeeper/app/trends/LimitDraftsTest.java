package dev.watchkeeper.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.RulesStory;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitDraftsTest {
    private final FakePlant plant = RulesStory.told(new FakePlant());
    private final LimitDrafts drafts = new LimitDrafts(plant.rules());
    private final TrendPicture empty = new TrendPicture(new Viewport(0, 1, false), List.of(), List.of());

    @Test
    void whereAHighLimitStandsAlreadyOneBeyondItIsHighHigh() {
        RuleDraft beyond = drafts.fresh(empty, sensor("wet-well", "inflow"), 600);
        RuleDraft inside = drafts.fresh(empty, sensor("wet-well", "inflow"), 500);

        assertThat(beyond.text(RuleField.LEVEL)).isEqualTo("HIGH_HIGH");
        assertThat(inside.text(RuleField.LEVEL)).isEqualTo("HIGH");
        assertThat(beyond.text(RuleField.LIMIT)).isEqualTo("600");
        assertThat(beyond.text(RuleField.SENSOR)).isEqualTo("inflow");
    }

    @Test
    void aLimitThatIsMovedKeepsAllElseOfItsRule() {
        var rule = plant.rules().find(RulesStory.id(RulesStory.BEARING, "high")).orElseThrow();
        LimitMark mark = LimitMark.of(rule).orElseThrow();

        assertThat(drafts.moved(mark, 64.5)).contains(RuleDraft.of(rule).with(RuleField.LIMIT, "64.5"));
    }

    @Test
    void theLimitOfARuleThatIsGoneCannotBeMoved() {
        var rule = plant.rules().find(RulesStory.id(RulesStory.BEARING, "high")).orElseThrow();
        LimitMark mark = LimitMark.of(rule).orElseThrow();
        plant.rules().remove(rule.id(), "m.weber", "");

        assertThat(drafts.moved(mark, 64.5)).isEmpty();
    }

    private Sensor sensor(String asset, String name) {
        SensorId id = SensorId.of(asset, name);
        return plant.assets().find(id.asset()).flatMap(each -> each.sensor(id)).orElseThrow();
    }
}
