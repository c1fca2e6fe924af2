package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.alarm.Alarm.Acknowledgment;
import dev.watchkeeper.engine.alarm.JournalEntry.Kind;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The life of one alarm as a pure function: the alarm as it stands and an event give the alarm as it then stands and
 * the journal entries that tell of it. States as in OPC 10000-9 and ISA-18.2: normal, active and unacknowledged, active
 * and acknowledged, returned and unacknowledged. Immutable, so any number of threads may use one.
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
 * <p>A latching logic keeps an alarm active after its condition has ended until somebody acknowledges; then it is over.
 */
public final class AlarmLogic {
    /** Who the journal names where no user acted. */
    public static final String ENGINE = "watchkeeper";

    private final boolean latching;

    /** @param latching whether an alarm stays active after its condition has ended until it is acknowledged */
    public AlarmLogic(boolean latching) {
        this.latching = latching;
    }

    /** The id of the alarm that a detection is about; the same for all messages of an episode. */
    public static AlarmId idOf(Detection detection) {
        return new AlarmId(detection.id().value());
    }

    /**
     * What an event makes of an alarm.
     *
     * @param currentOrNull the alarm as it stands; null when there is none of this id
     * @throws IllegalArgumentException when an acknowledgment meets no alarm, or a detection the alarm of another episode
     */
    public AlarmChange apply(@Nullable Alarm currentOrNull, AlarmEvent event) {
        if (event instanceof AlarmEvent.Detected detected) {
            return currentOrNull == null ? raise(detected) : update(currentOrNull, detected);
        }
        if (event instanceof AlarmEvent.Acknowledged acknowledged) {
            if (currentOrNull == null) {
                throw new IllegalArgumentException("there is no alarm to acknowledge for " + acknowledged.user());
            }
            return acknowledge(currentOrNull, acknowledged);
        }
        throw new IllegalStateException("unknown event " + event);
    }

    private AlarmChange raise(AlarmEvent.Detected event) {
        Detection detection = event.detection();
        Alarm raised = new Alarm(
                idOf(detection),
                detection.asset(),
                detection.rule(),
                event.message(),
                event.priority(),
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                detection.openedAt(),
                event.at(),
                null,
                detection.window(),
                detection.peakScore(),
                detection.contributions(),
                detection.evidence(),
                event.guidance(),
                null);
        List<JournalEntry> entries = new ArrayList<>();
        entries.add(new JournalEntry(
                raised.id(), event.at(), Kind.RAISED, ENGINE, event.message() + " (" + event.priority() + ")"));
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

    private static void worsen(AlarmDraft draft, AlarmEvent.Detected event) {
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
            if (draft.state == AlarmState.ACTIVE_ACKNOWLEDGED) {
                text += ", to be acknowledged again";
                draft.state = AlarmState.ACTIVE_UNACKNOWLEDGED;
                draft.acknowledgment = null;
            }
        }
        draft.note(event.at(), Kind.WORSENED, ENGINE, text);
    }

    private void end(AlarmDraft draft, Instant at, Instant closedAt) {
        draft.closedAt = closedAt;
        if (draft.state.acknowledged()) {
            draft.state = AlarmState.NORMAL;
        } else if (!latching) {
            draft.state = AlarmState.RETURNED_UNACKNOWLEDGED;
        }
        draft.note(at, Kind.RETURNED, ENGINE, "back to the usual at " + closedAt);
    }

    private static AlarmChange acknowledge(Alarm current, AlarmEvent.Acknowledged event) {
        if (current.state().acknowledged()) {
            return AlarmChange.none(current);
        }
        AlarmDraft draft = new AlarmDraft(current);
        draft.acknowledgment = new Acknowledgment(event.user(), event.note(), event.at());
        draft.state = draft.closedAt == null ? AlarmState.ACTIVE_ACKNOWLEDGED : AlarmState.NORMAL;
        draft.note(event.at(), Kind.ACKNOWLEDGED, event.user(), event.note());
        return draft.finished();
    }
}
