package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.alarm.Alarm.Acknowledgment;
import dev.watchkeeper.engine.alarm.JournalEntry.Kind;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The life of one alarm as a pure function: the alarm as it stands and an event give the alarm as it then stands and
 * the journal entries that tell of it. States as in OPC 10000-9 and ISA-18.2: normal, active and unacknowledged, active
 * and acknowledged, returned and unacknowledged, and latched. Which event moves an alarm from where to where stands in
 * {@link AlarmTransition#TABLE} alone; this class works out which trigger an event is and what else it changes. Immutable, so
 * any number of threads may use one.
 *
 * <p>Detections may come twice and in any order; all messages of an episode, in whatever order, lead to the same score,
 * window, end of the condition and (as long as nobody acknowledges in between) state:
 *
 * <ul>
 *   <li>The first message that is seen raises the alarm, whatever its phase. One that closes an episode nobody has heard
 *       of raises an alarm that has already returned: somebody should still know of it.
 *   <li>A score counts when it is higher than all before it; the contributions and the evidence are those of the highest score. A
 *       priority only rises. When it rises on an acknowledged alarm whose condition holds, the alarm must be acknowledged
 *       again, for it is no longer the one that was acknowledged.
 *   <li>A message that worsens an alarm after its end corrects score, contributions and priority, never the state.
 *   <li>The window is the one that ended first: that of the opening, even when the opening comes late.
 *   <li>The condition ends once. Everything else is a repetition and changes nothing.
 * </ul>
 *
 * <p>Two times are told apart. Event time is when something was measured: opening, end and window of a condition, and all
 * delays before an alarm is raised or returns, which detectors and rules have worked in already. Clock time is when the engine
 * came to know: raised, acknowledged, the journal, and the re-alarm time, for it is people that wait there. A
 * {@link AlarmEvent.Ticked} brings the clock.
 */
public final class AlarmLogic {
    /** Who the journal names where no user acted. */
    public static final String ENGINE = "watchkeeper";

    private final AlarmTraits traits;

    public AlarmLogic(AlarmTraits traits) {
        this.traits = traits;
    }

    /** @param latching whether an alarm stays after its condition has ended until it is reset */
    public AlarmLogic(boolean latching) {
        this(new AlarmTraits(latching, null));
    }

    /** The id of the alarm that a detection is about; the same for all messages of an episode. */
    public static AlarmId idOf(Detection detection) {
        return new AlarmId(detection.id().value());
    }

    /**
     * What an event makes of an alarm.
     *
     * @param currentOrNull the alarm as it stands; null when there is none of this id
     * @throws IllegalArgumentException when there is no alarm and the event is no detection, or a detection meets the alarm of
     *     another episode
     */
    public AlarmChange apply(@Nullable Alarm currentOrNull, AlarmEvent event) {
        if (event instanceof AlarmEvent.Detected detected) {
            return currentOrNull == null ? raise(detected) : update(currentOrNull, detected);
        }
        if (currentOrNull == null) {
            throw new IllegalArgumentException("there is no alarm for " + event);
        }
        AlarmDraft draft = new AlarmDraft(currentOrNull);
        if (event instanceof AlarmEvent.Acknowledged acknowledged) {
            acknowledge(draft, acknowledged);
        } else if (event instanceof AlarmEvent.Reset reset) {
            if (moved(draft, AlarmTrigger.RESET)) {
                draft.note(reset.at(), Kind.RESET, reset.user(), reset.note());
            }
        } else if (event instanceof AlarmEvent.SuppressionsChanged changed) {
            suppress(draft, changed);
        } else if (event instanceof AlarmEvent.Assigned assigned) {
            assign(draft, assigned);
        } else if (event instanceof AlarmEvent.Noted noted) {
            draft.note(noted.at(), Kind.NOTED, noted.user(), noted.text());
        } else if (event instanceof AlarmEvent.Ticked ticked) {
            realarm(draft, ticked.at());
        } else {
            throw new IllegalStateException("unknown event " + event);
        }
        return draft.finished();
    }

    /** Follows the state table; whether a row fitted. */
    private boolean moved(AlarmDraft draft, AlarmTrigger trigger) {
        Optional<AlarmTransition> row =
                AlarmTransition.of(draft.state, trigger, traits.latching(), draft.handling.suppressed());
        row.ifPresent(found -> {
            draft.state = found.to();
            if (!found.to().acknowledged()) {
                draft.acknowledgment = null;
            }
        });
        return row.isPresent();
    }

    private AlarmChange raise(AlarmEvent.Detected event) {
        Detection detection = event.detection();
        Alarm raised = new Alarm(
                idOf(detection),
                detection.asset(),
                detection.rule(),
                event.message(),
                event.priority(),
                AlarmTransition.of(
                                AlarmState.NORMAL,
                                AlarmTrigger.CONDITION_BEGINS,
                                traits.latching(),
                                !event.suppressions().isEmpty())
                        .orElseThrow()
                        .to(),
                detection.openedAt(),
                event.at(),
                null,
                detection.window(),
                detection.peakScore(),
                detection.contributions(),
                detection.evidence(),
                event.guidance(),
                null,
                new Handling(event.suppressions(), null));
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry(
                raised.id(), event.at(), Kind.RAISED, ENGINE, event.message() + " (" + event.priority() + ")"));
        for (Suppression suppression : event.suppressions()) {
            entries.add(new JournalEntry(
                    raised.id(),
                    event.at(),
                    SuppressionWords.entry(suppression),
                    suppression.by(),
                    SuppressionWords.of(suppression)));
        }
        AlarmChange rest = update(raised, event);
        entries.addAll(rest.entries());
        return new AlarmChange(rest.alarm(), true, entries);
    }

    private AlarmChange update(Alarm current, AlarmEvent.Detected event) {
        Detection detection = event.detection();
        if (!current.id().equals(idOf(detection))) {
            throw new IllegalArgumentException(
                    "detection " + detection.id() + " does not belong to alarm " + current.id());
        }
        AlarmDraft draft = new AlarmDraft(current);
        if (detection.window().end().isBefore(draft.window.end())) {
            draft.window = detection.window();
        }
        if (detection.peakScore() > draft.score) {
            worsen(draft, event);
        }
        if (detection.phase() == Phase.CLOSED && draft.closedAt == null) {
            end(draft, event.at(), detection.at());
        }
        return draft.finished();
    }

    private void worsen(AlarmDraft draft, AlarmEvent.Detected event) {
        Detection detection = event.detection();
        String text = String.format(
                Locale.ROOT, "score %.2f, was %.2f, at %s", detection.peakScore(), draft.score, detection.at());
        draft.score = detection.peakScore();
        draft.contributions = detection.contributions();
        draft.evidence = detection.evidence();
        draft.message = event.message();
        draft.guidance = event.guidance();
        if (event.priority().compareTo(draft.priority) > 0) {
            text += "; priority " + event.priority() + ", was " + draft.priority;
            draft.priority = event.priority();
            if (moved(draft, AlarmTrigger.PRIORITY_RISES)) {
                text += ", to be acknowledged again";
            }
        }
        draft.note(event.at(), Kind.WORSENED, ENGINE, text);
    }

    private void end(AlarmDraft draft, Instant at, Instant closedAt) {
        draft.closedAt = closedAt;
        moved(draft, AlarmTrigger.CONDITION_ENDS);
        draft.note(at, Kind.RETURNED, ENGINE, "back to the usual at " + closedAt);
    }

    private void acknowledge(AlarmDraft draft, AlarmEvent.Acknowledged event) {
        if (moved(draft, AlarmTrigger.ACKNOWLEDGE)) {
            draft.acknowledgment = new Acknowledgment(event.user(), event.note(), event.at());
            draft.note(event.at(), Kind.ACKNOWLEDGED, event.user(), event.note());
        }
    }

    private void suppress(AlarmDraft draft, AlarmEvent.SuppressionsChanged event) {
        boolean suppressedBefore = draft.handling.suppressed();
        Handling after = new Handling(event.standing(), draft.handling.ownerOrNull());
        if (after.equals(draft.handling)) {
            return;
        }
        draft.handling = after;
        String text = event.why();
        if (suppressedBefore && !after.suppressed() && moved(draft, AlarmTrigger.SUPPRESSION_ENDS)) {
            text += "; to be acknowledged again";
        }
        draft.note(event.at(), event.entry(), event.who(), text);
    }

    private static void assign(AlarmDraft draft, AlarmEvent.Assigned event) {
        String owner = event.owner().isBlank() ? null : event.owner().strip();
        Handling after = new Handling(draft.handling.suppressions(), owner);
        if (!after.equals(draft.handling)) {
            draft.handling = after;
            draft.note(event.at(), Kind.ASSIGNED, event.user(), owner == null ? "to nobody" : "to " + owner);
        }
    }

    private void realarm(AlarmDraft draft, Instant now) {
        Acknowledgment given = draft.acknowledgment;
        Duration after = traits.realarmAfterOrNull();
        if (given == null || after == null || given.at().plus(after).isAfter(now)) {
            return;
        }
        if (moved(draft, AlarmTrigger.REALARM_DUE)) {
            draft.note(
                    now, Kind.REALARMED, ENGINE, "still active " + after + " after " + given.user() + " acknowledged");
        }
    }
}
