package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people say of alarms and of spans of time. Each subject has at most one answer that counts, the newest; every
 * answer ever given and every one taken back stays on record with who and when. Thread-safe; answers come from the local
 * store, so they include what other processes wrote.
 */
public interface Labels {
    /**
     * Labels a subject for a user; the answer counts from now on, instead of the one before. The same answer with the same
     * reason again changes nothing.
     *
     * @param reason may be empty
     * @return the answer that counts
     * @throws IllegalArgumentException when the user is blank
     */
    Label put(LabelSubject subject, LabelKind kind, String reason, String user);

    /**
     * Takes an answer back for a user. Does nothing when it is no longer the one that counts, so that nobody takes back
     * what somebody else said meanwhile.
     *
     * @return the answer that counts now: the one before it; empty where there was none
     * @throws IllegalArgumentException when the user is blank
     */
    Optional<Label> undo(Label answer, String user);

    Optional<Label> find(LabelId id);

    Optional<Label> ofAlarm(AlarmId alarm);

    /** The answers to some alarms; those without one are not in the map. */
    Map<AlarmId, Label> ofAlarms(Collection<AlarmId> alarms);

    /** Those of an asset, on alarms and on spans, that overlap a span of event time, by start. */
    List<Label> of(AssetId asset, TimeSpan span);

    /** The same of all assets. */
    List<Label> all(TimeSpan span);

    /** All that was ever done to a label, in order. */
    List<LabelChange> history(LabelId id);

    /** What was done last to any label, the newest first, at most {@code most}. */
    List<LabelChange> newest(int most);

    /**
     * Calls the listener after each change made by this process, on the thread that made it; the listener must be quick.
     */
    Subscription onChange(Consumer<LabelChange> listener);
}
