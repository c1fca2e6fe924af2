package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A label book in memory, for tests. It can be told to fail. */
public final class MemoryLabelBook implements LabelBook {
    private final List<LabelChange> record = new ArrayList<>();
    private boolean failing;

    public synchronized void failing(boolean value) {
        failing = value;
    }

    @Override
    public synchronized Optional<Label> find(LabelId id) {
        return LabelHistory.counting(changes(id));
    }

    @Override
    public synchronized List<Label> of(AssetId asset, TimeSpan span) {
        return all(span).stream().filter(label -> label.asset().equals(asset)).toList();
    }

    @Override
    public synchronized List<Label> all(TimeSpan span) {
        return counting().filter(label -> label.span().overlaps(span)).toList();
    }

    @Override
    public synchronized List<Label> ofAlarms(Collection<AlarmId> alarms) {
        return counting()
                .filter(label -> label.alarm().filter(alarms::contains).isPresent())
                .toList();
    }

    @Override
    public synchronized List<LabelChange> changes(LabelId id) {
        return record.stream().filter(change -> change.label().id().equals(id)).toList();
    }

    @Override
    public synchronized List<LabelChange> newest(int most) {
        List<LabelChange> newest = new ArrayList<>(record);
        Collections.reverse(newest);
        return newest.stream().limit(most).toList();
    }

    @Override
    public synchronized Optional<LabelChange> append(
            LabelId id, Function<List<LabelChange>, Optional<LabelChange>> next) {
        if (failing) {
            throw new IllegalStateException("the book was told to fail");
        }
        Optional<LabelChange> added = next.apply(changes(id));
        added.ifPresent(record::add);
        return added;
    }

    private Stream<Label> counting() {
        return record.stream()
                .map(change -> change.label().id())
                .distinct()
                .flatMap(id -> find(id).stream())
                .sorted(Comparator.comparing((Label label) -> label.span().start())
                        .thenComparing(Label::id));
    }
}
