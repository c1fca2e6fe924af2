package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.alarm.Alarm.Acknowledgment;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alarm in the making: what may change of it, and the journal entries that tell of the changes. One thread. */
final class AlarmDraft {
    private final Alarm before;
    private final List<JournalEntry> entries = new ArrayList<>();

    String message;
    Guidance guidance;
    Priority priority;
    AlarmState state;

    @Nullable Instant closedAt;

    TimeSpan window;
    double score;
    List<Contribution> contributions;
    Evidence evidence;

    @Nullable Acknowledgment acknowledgment;

    Handling handling;

    AlarmDraft(Alarm before) {
        this.before = before;
        message = before.message();
        guidance = before.guidance();
        priority = before.priority();
        state = before.state();
        closedAt = before.closedAtOrNull();
        window = before.window();
        score = before.score();
        contributions = before.contributions();
        evidence = before.evidence();
        acknowledgment = before.acknowledgmentOrNull();
        handling = before.handling();
    }

    void note(Instant at, JournalEntry.Kind kind, String who, String text) {
        entries.add(new JournalEntry(before.id(), at, kind, who, text));
    }

    AlarmChange finished() {
        Alarm after = new Alarm(
                before.id(),
                before.asset(),
                before.rule(),
                message,
                priority,
                state,
                before.openedAt(),
                before.raisedAt(),
                closedAt,
                window,
                score,
                contributions,
                evidence,
                guidance,
                acknowledgment,
                handling);
        return new AlarmChange(after, !after.equals(before), entries);
    }
}
