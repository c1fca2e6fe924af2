package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Detection.Phase;
import dev.watchkeeper.engine.detect.DetectionState;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delays the episodes of an asset, one after the other, in event time: one that ends before the on-delay is never told, and one
 * that begins within the off-delay of the end of another goes on with it. Without delays it tells everything as it comes, and
 * the end of an episode that it has not heard of at any rate.
 *
 * <p>Not thread-safe. The same messages and times give the same messages.
 */
public final class DelayedEpisodes {
    private static final String MAGIC = "WKDE";
    private static final int VERSION = 1;

    private Delays delays;
    /** Open and not told yet. */
    private @Nullable Detection pending;
    /** The last that was told of the open episode. */
    private @Nullable Detection told;
    /** When the condition of the told episode ended, while that is not told yet. */
    private @Nullable Instant endedAt;

    public DelayedEpisodes(Delays delays) {
        this.delays = delays;
    }

    /**
     * The episodes as they were when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static DelayedEpisodes restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        DelayedEpisodes episodes = new DelayedEpisodes(ConditionState.delays(in));
        episodes.pending = in.getBoolean() ? DetectionState.read(in) : null;
        episodes.told = in.getBoolean() ? DetectionState.read(in) : null;
        episodes.endedAt = in.getBoolean() ? Instant.ofEpochMilli(in.getLong()) : null;
        in.end();
        return episodes;
    }

    /** Counts from now on, also for what waits. */
    public void setDelays(Delays delays) {
        this.delays = delays;
    }

    /** Whether nothing is delayed, and no episode is told of or waits to be. */
    public boolean isIdle() {
        return pending == null && told == null && delays.equals(Delays.NONE);
    }

    /** Takes in a message of the asset's episode; what is to be told. */
    public List<Detection> take(Detection message) {
        List<Detection> tell = new ArrayList<>(passed(message.at()));
        Detection before = told;
        if (message.phase() == Phase.CLOSED) {
            if (before != null) {
                endedAt = message.at();
                told = under(before, message, Phase.WORSENED);
            } else if (pending != null) {
                Detection waiting = pending;
                pending = null;
                if (longEnough(waiting, message.at())) {
                    told = waiting;
                    tell.add(told(waiting, Phase.OPENED, message.at()));
                    endedAt = message.at();
                }
            } else {
                tell.add(message);
            }
        } else if (before != null) {
            endedAt = null;
            told = under(before, message, Phase.WORSENED);
            tell.add(told);
        } else {
            pending = under(pending == null ? message : pending, message, Phase.OPENED);
        }
        tell.addAll(passed(message.at()));
        return tell;
    }

    /** Lets event time pass; what is to be told. */
    public List<Detection> passed(Instant now) {
        Detection waiting = pending;
        if (waiting != null && longEnough(waiting, now)) {
            pending = null;
            told = waiting;
            return List.of(told(waiting, Phase.OPENED, now));
        }
        Detection before = told;
        Instant ended = endedAt;
        if (before != null && ended != null && isOver(ended, now, delays.off())) {
            told = null;
            endedAt = null;
            return List.of(told(before, Phase.CLOSED, now));
        }
        return List.of();
    }

    /** Tells the end of an episode that only waits for the off-delay, at the moment at which it ended. */
    public List<Detection> flush() {
        Detection before = told;
        Instant ended = endedAt;
        if (before == null || ended == null) {
            return List.of();
        }
        told = null;
        endedAt = null;
        return List.of(told(before, Phase.CLOSED, ended));
    }

    private boolean longEnough(Detection waiting, Instant now) {
        return isOver(waiting.openedAt(), now, delays.on());
    }

    private static boolean isOver(Instant since, Instant now, Duration delay) {
        return Duration.between(since, now).compareTo(delay) >= 0;
    }

    /** A message under the name of the episode that it goes on with; its peak never falls. */
    private static Detection under(Detection episode, Detection message, Phase phase) {
        if (message.id().equals(episode.id())) {
            return told(message, phase, message.at());
        }
        Detection worse = message.peakScore() >= episode.peakScore() ? message : episode;
        return new Detection(
                episode.id(),
                episode.asset(),
                episode.rule(),
                phase,
                episode.openedAt(),
                message.at(),
                episode.window(),
                worse.peakScore(),
                Math.min(episode.falseAlarmsPerDay(), message.falseAlarmsPerDay()),
                worse.contributions(),
                worse.evidence());
    }

    private static Detection told(Detection message, Phase phase, Instant at) {
        return new Detection(
                message.id(),
                message.asset(),
                message.rule(),
                phase,
                message.openedAt(),
                at,
                message.window(),
                message.peakScore(),
                message.falseAlarmsPerDay(),
                message.contributions(),
                message.evidence());
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        ConditionState.write(out, delays);
        write(out, pending);
        write(out, told);
        Optional<Instant> ended = Optional.ofNullable(endedAt);
        out.putBoolean(ended.isPresent());
        ended.ifPresent(instant -> out.putLong(instant.toEpochMilli()));
        return out.toBytes();
    }

    private static void write(StateWriter out, @Nullable Detection detection) {
        out.putBoolean(detection != null);
        if (detection != null) {
            DetectionState.write(out, detection);
        }
    }
}
