package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The alarms, as screens and commands see them. Thread-safe; answers come from memory or the local store. */
public interface Alarms {
    /** All that are not over (active, or returned and unacknowledged), the newest first. */
    List<Alarm> current();

    /** All that opened in a span of event time, the newest first, at most {@code most}. */
    List<Alarm> opened(TimeSpan span, int most);

    Optional<Alarm> find(AlarmId id);

    /** What happened to an alarm, in the order in which it happened. */
    List<JournalEntry> journal(AlarmId id);

    /**
     * Acknowledges an alarm for a user. Acknowledging an acknowledged one changes nothing.
     *
     * @param note may be empty
     * @return the alarm as it now stands
     * @throws IllegalArgumentException when there is no such alarm or the user is blank
     */
    Alarm acknowledge(AlarmId id, String user, String note);

    /** Calls the listener after each change, on the thread that made it; the listener must be quick. */
    Subscription onChange(Consumer<Alarm> listener);
}
