package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.wire.StreamPosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Changes in the making, that are to be written together: alarms, their journal, and what suppresses them. One thread. */
final class AlarmStep {
    private final Map<AlarmId, Alarm> open;
    private final Function<AlarmSource, AlarmLogic> logics;
    private final SuppressionShelf shelf;
    private final Instant now;
    private final Map<AlarmId, Alarm> changed = new LinkedHashMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<SuppressionChange> suppressions = new ArrayList<>();

    /**
     * Begins with nothing changed.
     *
     * @param open the alarms that are not over; only read
     * @param shelf what is suppressed; left as it is
     */
    AlarmStep(Map<AlarmId, Alarm> open, Function<AlarmSource, AlarmLogic> logics, SuppressionShelf shelf, Instant now) {
        this.open = open;
        this.logics = logics;
        this.shelf = shelf.copy();
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** An alarm as this step has made it; null where it has not been touched. */
    @Nullable Alarm changedOrNull(AlarmId id) {
        return changed.get(id);
    }

    List<Suppression> covering(AlarmSource source) {
        return shelf.covering(source);
    }

    SuppressionShelf shelf() {
        return shelf;
    }

    /** Lets an event happen to an alarm, and whatever follows from it. */
    void apply(AlarmSource source, @Nullable Alarm before, AlarmEvent event) {
        AlarmChange change = logics.apply(source).apply(before, event);
        Alarm after = change.alarm();
        entries.addAll(change.entries());
        if (change.changed()) {
            changed.put(after.id(), after);
            boolean returned = after.closedAtOrNull() != null && (before == null || before.closedAtOrNull() == null);
            if (returned) {
                suppress(shelf.returned(after, now));
            }
        }
    }

    /** Takes in changes of what is suppressed, and tells the alarms of the sources. */
    void suppress(Collection<SuppressionChange> changes) {
        for (SuppressionChange change : changes) {
            shelf.apply(List.of(change));
            suppressions.add(change);
            for (Alarm alarm : touched()) {
                if (change.source().covers(AlarmSource.of(alarm))) {
                    tell(alarm, change);
                }
            }
        }
    }

    private void tell(Alarm alarm, SuppressionChange change) {
        AlarmSource source = AlarmSource.of(alarm);
        JournalEntry.Kind kind = SuppressionWords.entry(change);
        Suppression standing = change.nowOrNull();
        String why = standing == null ? change.why() : SuppressionWords.of(standing);
        apply(source, alarm, new AlarmEvent.SuppressionsChanged(shelf.covering(source), kind, change.by(), why, now));
    }

    /** The open alarms, and those that this step has changed, as they now stand. */
    List<Alarm> touched() {
        Map<AlarmId, Alarm> all = new LinkedHashMap<>(open);
        all.putAll(changed);
        return List.copyOf(all.values());
    }

    /** What does not yet stand so by itself. */
    List<SuppressionChange> due(Map<AlarmSource, String> byDesign) {
        List<SuppressionChange> due = new ArrayList<>(shelf.expired(now));
        due.addAll(shelf.byDesign(byDesign, now));
        return due;
    }

    Collection<Alarm> changed() {
        return changed.values();
    }

    AlarmBatch batch(@Nullable StreamPosition position) {
        return new AlarmBatch(changed.values(), entries, suppressions, position);
    }
}
