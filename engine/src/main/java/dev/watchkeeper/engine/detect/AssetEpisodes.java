package dev.watchkeeper.engine.detect;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins what is told of an asset's sensors, one by one and together, into one episode of the asset: a fault moves many
 * sensors, and an operator wants to hear of it once.
 *
 * <p>The episode opens with the first that is told, whose id and rule it bears, and closes when all that were told in it
 * have closed. Its score is the chance that not all of them are false, {@code 1 - Π(1 - peak)}, and so grows with each. Each
 * sensor's share is what it adds to the evidence: its share in a message, times the logarithm of how rare that message is.
 *
 * <p>Not thread-safe; the same messages in the same order give the same messages.
 */
public final class AssetEpisodes {
    private static final String MAGIC = "WKAE";
    /** From version 2 on it holds evidence. */
    private static final int VERSION = 2;
    /** A message is told again when the score's distance from 1 has shrunk to this share of it, */
    private static final double NOTABLY_NEARER = 0.5;
    /** and what is this rare is as rare as can be told. */
    private static final double RAREST = 1e-12;

    private final Map<DetectionId, Member> open = new TreeMap<>(Comparator.comparing(DetectionId::value));
    private final Map<DetectionId, Member> closed = new TreeMap<>(Comparator.comparing(DetectionId::value));
    private @Nullable Detection told;

    /** What has been told of one sensor, or of all together: how bad it was at the worst. */
    private record Member(double peak, double falseAlarmsPerDay, List<Contribution> contributions, Evidence evidence) {
        static Member of(Detection detection) {
            return new Member(
                    detection.peakScore(),
                    detection.falseAlarmsPerDay(),
                    detection.contributions(),
                    detection.evidence());
        }

        /** What this adds to the evidence of the episode. */
        double weight() {
            return Math.log1p(1 / Math.max(RAREST, falseAlarmsPerDay));
        }
    }

    /**
     * The episodes as they were when the snapshot was taken.
     *
     * @throws dev.watchkeeper.engine.detect.state.UnreadableStateException when the bytes are no snapshot of this
     */
    public static AssetEpisodes restore(byte[] snapshot) {
        StateReader in = new StateReader(snapshot, MAGIC, VERSION);
        AssetEpisodes episodes = new AssetEpisodes();
        readMembers(in, episodes.open);
        readMembers(in, episodes.closed);
        if (in.getBoolean()) {
            episodes.told = readTold(in);
        }
        in.end();
        return episodes;
    }

    /** Whether an episode is under way. */
    public boolean isOpen() {
        return told != null;
    }

    /**
     * Takes in a message of a sensor's episode, or of all sensors' together.
     *
     * @return what is to be told of the asset; empty when that is nothing new
     */
    public Optional<Detection> take(Detection message) {
        Detection before = told;
        if (message.phase() == Detection.Phase.CLOSED) {
            return close(message, before);
        }
        open.put(message.id(), Member.of(message));
        if (before == null) {
            told = message;
            return Optional.of(message);
        }
        Detection now = joined(before, message, Detection.Phase.WORSENED);
        boolean anotherSensor =
                now.contributions().size() > before.contributions().size();
        if (!anotherSensor && 1 - now.peakScore() > NOTABLY_NEARER * (1 - before.peakScore())) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(now);
    }

    private Optional<Detection> close(Detection message, @Nullable Detection before) {
        Member member = open.remove(message.id());
        if (member == null || before == null) {
            return Optional.empty();
        }
        closed.put(message.id(), Member.of(message));
        if (!open.isEmpty()) {
            return Optional.empty();
        }
        Detection end = joined(before, message, Detection.Phase.CLOSED);
        closed.clear();
        told = null;
        return Optional.of(end);
    }

    private Detection joined(Detection before, Detection message, Detection.Phase phase) {
        TimeSpan window = new TimeSpan(
                earlier(before.window().start(), message.window().start()),
                later(before.window().end(), message.window().end()));
        double allFalse = 1;
        double rarest = Double.POSITIVE_INFINITY;
        Map<SensorId, Double> evidence = new TreeMap<>();
        for (Map<DetectionId, Member> members : List.of(open, closed)) {
            for (Member member : members.values()) {
                allFalse *= 1 - member.peak();
                rarest = Math.min(rarest, member.falseAlarmsPerDay());
                double weight = member.weight();
                for (Contribution one : member.contributions()) {
                    evidence.merge(one.sensor(), weight * one.share(), Double::sum);
                }
            }
        }
        return new Detection(
                before.id(),
                before.asset(),
                before.rule(),
                phase,
                before.openedAt(),
                message.at(),
                window,
                Math.max(before.peakScore(), 1 - allFalse),
                rarest,
                shares(evidence),
                joinedEvidence());
    }

    private Evidence joinedEvidence() {
        List<Member> members = new ArrayList<>(open.values());
        members.addAll(closed.values());
        members.sort(Comparator.comparingDouble(Member::weight).reversed());
        double all = members.stream()
                .filter(member -> !member.contributions().isEmpty())
                .mapToDouble(Member::weight)
                .sum();
        List<ScorePart> parts = new ArrayList<>();
        Map<SensorId, EarlierWindow> earlier = new LinkedHashMap<>();
        for (Member member : members) {
            for (ScorePart part : member.evidence().parts()) {
                parts.add(part.scaled(all > 0 ? member.weight() / all : 0));
            }
            for (EarlierWindow one : member.evidence().earlier()) {
                earlier.putIfAbsent(one.sensor(), one);
            }
        }
        return new Evidence(parts, List.copyOf(earlier.values()));
    }

    private static List<Contribution> shares(Map<SensorId, Double> evidence) {
        double all = evidence.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Contribution> shares = new ArrayList<>();
        evidence.forEach((sensor, weight) -> shares.add(new Contribution(sensor, all > 0 ? weight / all : 0)));
        shares.sort(Comparator.comparingDouble(Contribution::share).reversed().thenComparing(Contribution::sensor));
        return shares;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** One that goes on from here on its own. */
    public AssetEpisodes copy() {
        AssetEpisodes copy = new AssetEpisodes();
        copy.open.putAll(open);
        copy.closed.putAll(closed);
        copy.told = told;
        return copy;
    }

    /** Everything that is needed to go on from here, as versioned bytes. */
    public byte[] snapshot() {
        StateWriter out = new StateWriter(MAGIC, VERSION);
        writeMembers(out, open);
        writeMembers(out, closed);
        Detection last = told;
        out.putBoolean(last != null);
        if (last != null) {
            writeTold(out, last);
        }
        return out.toBytes();
    }

    private static void writeMembers(StateWriter out, Map<DetectionId, Member> members) {
        out.putInt(members.size());
        members.forEach((id, member) -> {
            out.putText(id.value());
            out.putDouble(member.peak());
            out.putDouble(member.falseAlarmsPerDay());
            Contributions.write(out, member.contributions());
            EvidenceState.write(out, member.evidence());
        });
    }

    private static void readMembers(StateReader in, Map<DetectionId, Member> members) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            DetectionId id = new DetectionId(in.getText());
            members.put(id, new Member(in.getDouble(), in.getDouble(), Contributions.read(in), evidence(in)));
        }
    }

    private static void writeTold(StateWriter out, Detection last) {
        out.putText(last.id().value());
        out.putText(last.asset().value());
        out.putText(last.rule());
        out.putLong(last.openedAt().toEpochMilli());
        out.putLong(last.at().toEpochMilli());
        out.putLong(last.window().start().toEpochMilli());
        out.putLong(last.window().end().toEpochMilli());
        out.putDouble(last.peakScore());
        out.putDouble(last.falseAlarmsPerDay());
        Contributions.write(out, last.contributions());
        EvidenceState.write(out, last.evidence());
    }

    private static Evidence evidence(StateReader in) {
        return in.version() > 1 ? EvidenceState.read(in) : Evidence.NONE;
    }

    private static Detection readTold(StateReader in) {
        return new Detection(
                new DetectionId(in.getText()),
                new AssetId(in.getText()),
                in.getText(),
                Detection.Phase.WORSENED,
                Instant.ofEpochMilli(in.getLong()),
                Instant.ofEpochMilli(in.getLong()),
                new TimeSpan(Instant.ofEpochMilli(in.getLong()), Instant.ofEpochMilli(in.getLong())),
                in.getDouble(),
                in.getDouble(),
                Contributions.read(in),
                evidence(in));
    }
}
