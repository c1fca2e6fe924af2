package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where labels and the record of their changes are kept. Thread-safe, for several processes at once. */
public interface LabelBook {
    /** The answer that counts; empty where there is none. */
    Optional<Label> find(LabelId id);

    /** Those of an asset that overlap a span of event time, by start. */
    List<Label> of(AssetId asset, TimeSpan span);

    /** Those of all assets that overlap a span of event time, by start. */
    List<Label> all(TimeSpan span);

    /** Those of some alarms. */
    List<Label> ofAlarms(Collection<AlarmId> alarms);

    /** All that was done to a label, in order. */
    List<LabelChange> changes(LabelId id);

    /** The newest changes of all labels, the newest first, at most {@code most}. */
    List<LabelChange> newest(int most);

    /**
     * Adds to a label's record what follows from it, as one step that no other writer gets between: all of it, or on
     * failure nothing. When it returns, the change survives the end of the process.
     *
     * @param next takes the record so far, in order, and says what to add; empty for nothing. May be called more than once.
     * @return what was added
     */
    Optional<LabelChange> append(LabelId id, Function<List<LabelChange>, Optional<LabelChange>> next);
}
