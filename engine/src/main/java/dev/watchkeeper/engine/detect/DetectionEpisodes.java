package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stream of scores into the messages of episodes.
 *
 * <p>An episode opens on a score that the {@link Sensitivity} speaks on. It grows worse when a score comes that is higher
 * and at most a tenth as frequent as what was last told. It closes when for 60 samples and for a minute no score spoke: a
 * disturbance that goes on speaks again within some 50 samples, the time in which the middle scales of a
 * {@link NoveltyDetector} have seen another window; the minute keeps fast sensors from chattering. There is one episode at a time. Not thread-safe; the same scores give the same messages.
 */
public final class DetectionEpisodes {
    static final int HOLD_SAMPLES = 60;
    static final long HOLD_MILLIS = 60_000;
    private static final double NOTABLY_RARER = 0.1;
    private static final long NEVER = Long.MIN_VALUE;
    private static final String MAGIC = "WKEP";
    /** From version 2 on an open episode holds its evidence. */
    private static final int VERSION = 2;

    private final SensorId subject;
    private final String rule;
    private Sensitivity sensitivity;
    private long watchedSince = NEVER;
    private @Nullable Episode open;

    private static final class Episode {
        final long openedAt;
        long windowStart;
        long lastSpoken;
        long quietSamples;
        double peak;
        double rarest;
        double told;
        List<Contribution> contributions = List.of();
        Evidence evidence = Evidence.NONE;

        Episode(long openedAt) {
            this.openedAt = openedAt;
        }

        Episode copy() {
            Episode copy = new Episode(openedAt);
            copy.windowStart = windowStart;
            copy.lastSpoken = lastSpoken;
            copy.quietSamples = quietSamples;
            copy.peak = peak;
            copy.rarest = rarest;
            copy.told = told;
            copy.contributions = contributions;
            return copy;
        }
    }

    /**
     * Starts without an open episode.
     *
     * @param subject the sensor, or what stands for an asset as a whole
     */
    public DetectionEpisodes(SensorId subject, String rule, Sensitivity sensitivity) {
        this.subject = subject;
        this.rule = rule;
        this.sensitivity = sensitivity;
    }

    /**
     * The episodes as they were when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static DetectionEpisodes restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        SensorId subject = SensorId.parse(in.getText());
        DetectionEpisodes episodes = new DetectionEpisodes(subject, in.getText(), new Sensitivity(in.getDouble()));
        episodes.watchedSince = in.getLong();
        if (in.getBoolean()) {
            episodes.open = readEpisode(in);
        }
        in.end();
        return episodes;
    }

    public SensorId subject() {
        return subject;
    }

    public Sensitivity sensitivity() {
        return sensitivity;
    }

    /** Counts from the next score on; an open episode stays open. */
    public void setSensitivity(Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
    }

    /**
     * Goes on with the open episode of others about the same subject, whose place these take; without one of its own, and
     * without any where those have none: what was never told of need not be closed.
     *
     * @throws IllegalArgumentException when those are about another subject or rule
     */
    public void goOnFrom(DetectionEpisodes previous) {
        if (!previous.subject.equals(subject) || !previous.rule.equals(rule)) {
            throw new IllegalArgumentException("episodes of " + subject + " by " + rule + " cannot go on from those of "
                    + previous.subject + " by " + previous.rule);
        }
        Episode episode = previous.open;
        open = episode == null ? null : episode.copy();
    }

    /** Without an open episode of its own, as none was ever told of. */
    public void forgetOpen() {
        open = null;
    }

    /** Whether an episode is under way. */
    public boolean isOpen() {
        return open != null;
    }

    /** Takes in the next score where nothing is known of what it is made of. */
    public List<Detection> judge(
            long timeMillis, Score score, long windowStartMillis, Supplier<List<Contribution>> contributions) {
        return judge(timeMillis, score, windowStartMillis, contributions, () -> Evidence.NONE);
    }

    /**
     * Takes in the next score.
     *
     * @param timeMillis event time of the sample that was scored, in milliseconds since 1970
     * @param windowStartMillis time of the oldest sample on which the score rests
     * @param contributions the sensors' shares in the score, largest first; asked for only when the score speaks
     * @param evidence what the score is made of; asked for only when the score speaks
     * @return what is to be told, mostly nothing
     */
    public List<Detection> judge(
            long timeMillis,
            Score score,
            long windowStartMillis,
            Supplier<List<Contribution>> contributions,
            Supplier<Evidence> evidence) {
        if (watchedSince == NEVER) {
            watchedSince = timeMillis;
        }
        boolean speaks = sensitivity.speaksOn(score, timeMillis - watchedSince);
        Episode episode = open;
        if (episode == null) {
            return speaks
                    ? List.of(open(timeMillis, score, windowStartMillis, contributions.get(), evidence.get()))
                    : List.of();
        }
        if (!speaks) {
            episode.quietSamples++;
            return isOver(episode, timeMillis) ? List.of(close(episode, timeMillis)) : List.of();
        }
        episode.quietSamples = 0;
        episode.lastSpoken = timeMillis;
        if (score.value() <= episode.peak) {
            return List.of();
        }
        episode.peak = score.value();
        episode.rarest = Math.min(episode.rarest, score.falseAlarmsPerDay());
        episode.windowStart = Math.min(episode.windowStart, windowStartMillis);
        episode.contributions = List.copyOf(contributions.get());
        episode.evidence = evidence.get();
        if (episode.rarest > NOTABLY_RARER * episode.told) {
            return List.of();
        }
        episode.told = episode.rarest;
        return List.of(message(episode, Detection.Phase.WORSENED, timeMillis));
    }

    private static boolean isOver(Episode episode, long timeMillis) {
        return episode.quietSamples >= HOLD_SAMPLES && timeMillis - episode.lastSpoken >= HOLD_MILLIS;
    }

    private Detection open(
            long timeMillis, Score score, long windowStart, List<Contribution> contributions, Evidence evidence) {
        Episode episode = new Episode(timeMillis);
        episode.windowStart = windowStart;
        episode.lastSpoken = timeMillis;
        episode.peak = score.value();
        episode.rarest = score.falseAlarmsPerDay();
        episode.told = episode.rarest;
        episode.contributions = List.copyOf(contributions);
        episode.evidence = evidence;
        open = episode;
        return message(episode, Detection.Phase.OPENED, timeMillis);
    }

    private Detection close(Episode episode, long timeMillis) {
        open = null;
        return message(episode, Detection.Phase.CLOSED, timeMillis);
    }

    private Detection message(Episode episode, Detection.Phase phase, long timeMillis) {
        Instant openedAt = Instant.ofEpochMilli(episode.openedAt);
        long end = Math.max(episode.lastSpoken, episode.windowStart) + 1;
        return new Detection(
                DetectionId.of(rule, subject, openedAt),
                subject.asset(),
                rule,
                phase,
                openedAt,
                Instant.ofEpochMilli(timeMillis),
                new TimeSpan(Instant.ofEpochMilli(episode.windowStart), Instant.ofEpochMilli(end)),
                episode.peak,
                episode.rarest,
                episode.contributions,
                episode.evidence);
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putText(subject.toString());
        out.putText(rule);
        out.putDouble(sensitivity.falseAlarmsPerDay());
        out.putLong(watchedSince);
        Episode episode = open;
        out.putBoolean(episode != null);
        if (episode != null) {
            writeEpisode(out, episode);
        }
        return out.toBytes();
    }

    private static void writeEpisode(StateWriter out, Episode episode) {
        out.putLong(episode.openedAt);
        out.putLong(episode.windowStart);
        out.putLong(episode.lastSpoken);
        out.putLong(episode.quietSamples);
        out.putDouble(episode.peak);
        out.putDouble(episode.rarest);
        out.putDouble(episode.told);
        Contributions.write(out, episode.contributions);
        EvidenceState.write(out, episode.evidence);
    }

    private static Episode readEpisode(StateReader in) {
        Episode episode = new Episode(in.getLong());
        episode.windowStart = in.getLong();
        episode.lastSpoken = in.getLong();
        episode.quietSamples = in.getLong();
        episode.peak = in.getDouble();
        episode.rarest = in.getDouble();
        episode.told = in.getDouble();
        episode.contributions = Contributions.read(in);
        if (in.version() > 1) {
            episode.evidence = EvidenceState.read(in);
        }
        return episode;
    }
}
