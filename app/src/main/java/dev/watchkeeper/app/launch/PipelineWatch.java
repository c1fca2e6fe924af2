package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds when the pipeline gets into trouble: at once when it fails, and when it restarts for longer than a hiccup. What goes
 * on is one event however often it is looked at, also over a restart of the program. One thread.
 */
final class PipelineWatch {
    /** How long a restart by itself may take before anybody is told. */
    static final Duration HICCUP = Duration.ofSeconds(60);

    private static final Setting<Event> EVENT = new Setting<>("notify.pipeline", Event.class, Event.NONE);

    private final SettingsBook book;

    /**
     * The trouble that goes on.
     *
     * @param state what the pipeline was when it began
     * @param sinceOrNull null: there is none
     */
    record Event(PipelineStatus.State state, @Nullable Instant sinceOrNull) {
        static final Event NONE = new Event(PipelineStatus.State.RUNNING, null);
    }

    PipelineWatch(SettingsBook book) {
        this.book = book;
    }

    /** What is to be told now; the same event always has the same id, so that it is told once. */
    Optional<Notice> look(PipelineStatus status, Instant now) {
        return switch (status.state()) {
            case RUNNING -> {
                over();
                yield Optional.empty();
            }
            case STARTING, STOPPED -> Optional.empty();
            case RESTARTING ->
                Optional.of(begin(status, now))
                        .filter(since -> !since.plus(HICCUP).isAfter(now))
                        .map(since -> notice(status, Priority.MEDIUM, since, now));
            case FAILED -> Optional.of(notice(status, Priority.HIGH, begin(status, now), now));
        };
    }

    private void over() {
        if (book.get(EVENT).sinceOrNull() != null) {
            book.reset(EVENT);
        }
    }

    private Instant begin(PipelineStatus status, Instant now) {
        Event event = book.get(EVENT);
        Instant since = event.sinceOrNull();
        if (since != null && event.state() == status.state()) {
            return since;
        }
        book.set(EVENT, new Event(status.state(), now));
        return now;
    }

    private static Notice notice(PipelineStatus status, Priority priority, Instant since, Instant now) {
        String what = "Pipeline " + status.profile();
        return Notices.pipeline(
                what, status.message(), "Look at the state of the pipeline in Watchkeeper.", priority, since, now);
    }
}
