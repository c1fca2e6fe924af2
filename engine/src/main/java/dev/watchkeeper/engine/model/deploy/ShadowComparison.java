package dev.watchkeeper.engine.model.deploy;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.Verdict;
import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what champion and challenger of an asset say of the same readings. Memory does not grow with time. Not thread-safe;
 * the same verdicts give the same report.
 */
public final class ShadowComparison {
    private static final String MAGIC = "WKSC";
    private static final int VERSION = 1;

    private final AssetId asset;
    private final Contender champion;
    private final Contender challenger;
    private final Map<Subject, Pair> subjects = new LinkedHashMap<>();
    private final Map<Key, ShadowEpisode> episodes = new LinkedHashMap<>();
    private long firstMillis;
    private long lastMillis;
    private long readings;

    /**
     * One of the two.
     *
     * @param number the version's; {@value Takeover#NONE} for the detectors that learn as they go
     * @param sensitivity whose rate is counted
     */
    public record Contender(int number, Sensitivity sensitivity) {}

    /** What a part of the challenger judges: a sensor, or all together. */
    public record Subject(PartKind kind, SensorId id) {}

    private record Key(Role role, DetectionId id) {}

    private record Pair(SpeechCounts champion, SpeechCounts challenger) {
        SpeechCounts of(Role role) {
            return role == Role.CHAMPION ? champion : challenger;
        }
    }

    /**
     * Begins to count.
     *
     * @param subjects the challenger's parts, in the order in which they are to be reported
     */
    public ShadowComparison(AssetId asset, Contender champion, Contender challenger, List<Subject> subjects) {
        this.asset = asset;
        this.champion = champion;
        this.challenger = challenger;
        for (Subject subject : subjects) {
            this.subjects.put(
                    subject,
                    new Pair(new SpeechCounts(champion.sensitivity()), new SpeechCounts(challenger.sensitivity())));
        }
    }

    /**
     * The comparison as it was when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static ShadowComparison restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        AssetId asset = new AssetId(in.getText());
        Contender champion = new Contender(in.getInt(), new Sensitivity(in.getDouble()));
        Contender challenger = new Contender(in.getInt(), new Sensitivity(in.getDouble()));
        ShadowComparison comparison = new ShadowComparison(asset, champion, challenger, List.of());
        comparison.firstMillis = in.getLong();
        comparison.lastMillis = in.getLong();
        comparison.readings = in.getLong();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            Subject subject = new Subject(new PartKind(in.getText()), new SensorId(asset, in.getText()));
            Pair pair = new Pair(new SpeechCounts(champion.sensitivity()), new SpeechCounts(challenger.sensitivity()));
            pair.champion().read(in);
            pair.challenger().read(in);
            comparison.subjects.put(subject, pair);
        }
        comparison.readEpisodes(in);
        in.end();
        return comparison;
    }

    /** One more reading that both judge. */
    public void count(long timeMillis) {
        firstMillis = readings == 0 ? timeMillis : Math.min(firstMillis, timeMillis);
        lastMillis = readings == 0 ? timeMillis : Math.max(lastMillis, timeMillis);
        readings++;
    }

    /** What one of the two made of a sample; passed over where the challenger has no part for the subject. */
    public void take(Role role, Subject subject, Verdict verdict) {
        Pair pair = subjects.get(subject);
        if (pair == null) {
            return;
        }
        pair.of(role).add(verdict);
        for (Detection detection : verdict.detections()) {
            Key key = new Key(role, detection.id());
            Instant closedAt = detection.phase() == Detection.Phase.CLOSED ? detection.at() : null;
            episodes.put(
                    key, new ShadowEpisode(role, subject.id(), detection.openedAt(), closedAt, detection.peakScore()));
            forgetOldest(role);
        }
    }

    private void forgetOldest(Role role) {
        List<Key> ofRole =
                episodes.keySet().stream().filter(key -> key.role() == role).toList();
        if (ofRole.size() > ShadowReport.MOST_EPISODES) {
            episodes.remove(ofRole.get(0));
        }
    }

    /** The totals so far. */
    public ShadowReport report() {
        List<SubjectComparison> compared = new ArrayList<>();
        subjects.forEach((subject, pair) -> compared.add(new SubjectComparison(
                subject.kind(),
                subject.id(),
                pair.champion().tally(),
                pair.challenger().tally())));
        List<ShadowEpisode> inOrder = new ArrayList<>(episodes.values());
        inOrder.sort(Comparator.comparing(ShadowEpisode::openedAt));
        Instant start = Instant.ofEpochMilli(firstMillis);
        Instant end = readings == 0 ? start : Instant.ofEpochMilli(lastMillis + 1);
        return new ShadowReport(
                asset, champion.number(), challenger.number(), new TimeSpan(start, end), readings, compared, inOrder);
    }

    /** The same two, counted from nothing with another champion. */
    public ShadowComparison against(Contender otherChampion) {
        return new ShadowComparison(asset, otherChampion, challenger, List.copyOf(subjects.keySet()));
    }

    /** A comparison that goes on from here on its own. */
    public ShadowComparison copy() {
        return restore(snapshot());
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        out.putText(asset.value());
        out.putInt(champion.number());
        out.putDouble(champion.sensitivity().falseAlarmsPerDay());
        out.putInt(challenger.number());
        out.putDouble(challenger.sensitivity().falseAlarmsPerDay());
        out.putLong(firstMillis);
        out.putLong(lastMillis);
        out.putLong(readings);
        out.putInt(subjects.size());
        subjects.forEach((subject, pair) -> {
            out.putText(subject.kind().code());
            out.putText(subject.id().name());
            pair.champion().write(out);
            pair.challenger().write(out);
        });
        out.putInt(episodes.size());
        episodes.forEach((key, episode) -> {
            out.putText(key.id().value());
            out.putBoolean(key.role() == Role.CHAMPION);
            out.putText(episode.subject().name());
            out.putLong(episode.openedAt().toEpochMilli());
            Instant closedAt = episode.closedAt();
            out.putBoolean(closedAt != null);
            out.putLong(closedAt == null ? 0 : closedAt.toEpochMilli());
            out.putDouble(episode.peakScore());
        });
        return out.toBytes();
    }

    private void readEpisodes(StateReader in) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            DetectionId id = new DetectionId(in.getText());
            Role role = in.getBoolean() ? Role.CHAMPION : Role.CHALLENGER;
            SensorId subject = new SensorId(asset, in.getText());
            Instant openedAt = Instant.ofEpochMilli(in.getLong());
            boolean closed = in.getBoolean();
            Instant closedAt = Instant.ofEpochMilli(in.getLong());
            episodes.put(
                    new Key(role, id),
                    new ShadowEpisode(role, subject, openedAt, closed ? closedAt : null, in.getDouble()));
        }
    }
}
