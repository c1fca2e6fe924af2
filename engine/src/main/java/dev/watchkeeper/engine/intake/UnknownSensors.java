package dev.watchkeeper.engine.intake;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the readings of sensors that are not described yet, because the description may be on its way: for a grace,
 * and a bounded number of them. What comes out comes out in the order in which it was offered.
 *
 * <p>Not thread-safe. The clock is the caller's; one that is set back makes readings wait longer, never shorter.
 *
 * @param <R> what is held: a reading, or a reading with whatever is needed to reject it
 */
public final class UnknownSensors<R> {
    /** The usual grace. */
    public static final Duration GRACE = Duration.ofSeconds(10);
    /** The usual bound. */
    public static final int MOST = 10_000;

    private final Duration grace;
    private final int most;
    private final Deque<Held<R>> held = new ArrayDeque<>();

    /**
     * One that is held.
     *
     * @param since clock time at which it was offered
     */
    public record Held<R>(SensorId sensor, R reading, Instant since) {}

    /** @throws IllegalArgumentException when the grace is negative or the bound not positive */
    public UnknownSensors(Duration grace, int most) {
        if (grace.isNegative() || most < 1) {
            throw new IllegalArgumentException("grace " + grace + " is negative or bound " + most + " not positive");
        }
        this.grace = grace;
        this.most = most;
    }

    /**
     * Holds a reading.
     *
     * @param now clock time
     * @return false when as many as are allowed are held already: then this one is not, and its sensor counts as unknown
     */
    public boolean offer(SensorId sensor, R reading, Instant now) {
        if (held.size() >= most) {
            return false;
        }
        held.add(new Held<>(sensor, reading, now));
        return true;
    }

    /** Lets go of the readings whose sensors the asset describes. */
    public List<R> release(Asset asset) {
        Set<SensorId> described = new HashSet<>();
        asset.sensors().forEach(sensor -> described.add(sensor.id()));
        List<R> released = new ArrayList<>();
        held.removeIf(one -> {
            boolean goes = described.contains(one.sensor());
            if (goes) {
                released.add(one.reading());
            }
            return goes;
        });
        return released;
    }

    /**
     * Lets go of the readings whose grace is over: their sensors are unknown.
     *
     * @param now clock time
     */
    public List<R> expire(Instant now) {
        List<R> expired = new ArrayList<>();
        for (Held<R> oldest = held.peek(); oldest != null && isOver(oldest, now); oldest = held.peek()) {
            expired.add(held.remove().reading());
        }
        return expired;
    }

    /** Clock time at which {@link #expire} has something to let go of; empty when nothing is held. */
    public Optional<Instant> nextExpiry() {
        return Optional.ofNullable(held.peek()).map(oldest -> oldest.since().plus(grace));
    }

    /** All that is held, in the order in which it was offered: enough to {@link #restore} it elsewhere. */
    public List<Held<R>> contents() {
        return List.copyOf(held);
    }

    /** Holds exactly this, in this order. */
    public void restore(List<Held<R>> contents) {
        held.clear();
        held.addAll(contents);
    }

    private boolean isOver(Held<R> one, Instant now) {
        return !now.isBefore(one.since().plus(grace));
    }
}
