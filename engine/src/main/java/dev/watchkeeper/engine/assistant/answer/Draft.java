package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in the making. Not thread-safe. */
public final class Draft {
    private final ToolCall call;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Destination> ways = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private boolean evidence = true;
    private @Nullable AlarmId alarm;
    private @Nullable AssetId asset;
    private List<SensorId> sensors = List.of();
    private @Nullable TimeSpan span;

    public Draft(ToolCall call) {
        this.call = call;
    }

    /** Names a source and returns its number. */
    public int source(Source source) {
        int known = sources.indexOf(source);
        if (known >= 0) {
            return known;
        }
        sources.add(source);
        return sources.size() - 1;
    }

    public Draft text(String text, Integer... from) {
        blocks.add(new Block.Text(text, List.of(from)));
        return this;
    }

    public Draft add(Block block) {
        blocks.add(block);
        return this;
    }

    public Draft figure(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
        return this;
    }

    public Draft way(Destination destination) {
        ways.add(destination);
        return this;
    }

    public Draft propose(Proposal proposal) {
        proposals.add(proposal);
        return this;
    }

    public Draft noEvidence() {
        evidence = false;
        return this;
    }

    public Draft about(AlarmId spoken) {
        alarm = spoken;
        return this;
    }

    public Draft about(@Nullable AssetId spoken) {
        asset = spoken;
        return this;
    }

    public Draft about(List<SensorId> spoken) {
        sensors = List.copyOf(spoken);
        if (asset == null
                && !spoken.isEmpty()
                && spoken.stream().map(SensorId::asset).distinct().count() == 1) {
            asset = spoken.get(0).asset();
        }
        return this;
    }

    public Draft about(@Nullable TimeSpan spoken) {
        span = spoken;
        return this;
    }

    public Answer done() {
        return new Answer(
                blocks, sources, ways, proposals, figures, evidence, new Context(call, alarm, asset, sensors, span));
    }
}
