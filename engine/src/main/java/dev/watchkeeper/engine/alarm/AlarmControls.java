package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What users do with alarms besides acknowledging one of them, and what they see of the alarms that are not shown. Thread-safe.
 *
 * <p>Each call is written before it returns and is refused with an {@link IllegalArgumentException} that says what to do when
 * the alarm is not known, no user is named, or a reason is missing. A call that changes nothing is no error.
 */
public interface AlarmControls extends Alarms {
    /** The longest that an operator may put something on the shelf at once. */
    Duration longestShelf();

    /** What is suppressed now, in whichever way. */
    List<Suppression> suppressions();

    /** What was suppressed and let go in a span of clock time, the oldest first. */
    List<SuppressionChange> suppressionChanges(TimeSpan span);

    /** The alarms that are not over and not shown, the newest first. */
    List<Alarm> suppressed();

    /** Acknowledges all alarms of an asset that are shown and want it, in one step; how many did. */
    int acknowledgeAll(AssetId asset, String user, String note);

    /** Lets the latch go. */
    Alarm reset(AlarmId id, String user, String note);

    /**
     * Hides the alarms of a source until a clock time; those on the shelf already stay for the time that is given now.
     *
     * @param once whether the shelf also ends when an alarm of the source returns
     * @param until after now, at most {@link #longestShelf} ahead
     */
    void shelve(AlarmSource source, boolean once, Instant until, String user, String why);

    /** Shows the alarms of a source again. */
    void unshelve(AlarmSource source, String user, String why);

    /** Hides the alarms of a source until it is put back. */
    void takeOutOfService(AlarmSource source, String user, String why);

    /** The same, until a clock time at the latest. */
    void takeOutOfService(AlarmSource source, Instant until, String user, String why);

    void putBackInService(AlarmSource source, String user, String why);

    /**
     * Says who takes care of an alarm.
     *
     * @param owner empty for nobody
     */
    Alarm assign(AlarmId id, String owner, String user);

    /** Adds a note to an alarm's journal. */
    Alarm note(AlarmId id, String text, String user);

    /** Lines of the whole journal, the newest first, at most {@code most}. */
    List<JournalRecord> journal(JournalQuery query, int most);

    /** Whether the whole journal is as it was written. Reads all of it. */
    JournalCheck checkJournal();

    /** The shown alarms by asset, the most urgent asset first, each with its first-out on top. */
    default List<AssetAlarms> byAsset() {
        return AssetAlarms.group(current());
    }
}
