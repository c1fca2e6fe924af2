package dev.watchkeeper.engine.live;

import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a record of what {@link DeviceWatch} finds. A device that is no longer good is written down at once; that it is good again
 * only when it has been so for {@link #SETTLED}, so that one that flickers makes one line and not one a second. What stood when
 * the program ended stands on until a reading says otherwise.
 *
 * <p>Thread-safe; one thread ticks.
 */
public final class DeviceDesk implements DeviceStates {
    /** How long a device must be good before it counts as good again. */
    public static final Duration SETTLED = Duration.ofSeconds(10);

    private final DeviceWatch watch;
    private final DeviceBook book;
    private final Map<SensorId, DeviceStatus> recorded = new HashMap<>();
    private final Map<SensorId, Instant> goodSince = new HashMap<>();
    private volatile List<DeviceStatus> settled;

    /** Takes up what the book says still stands. */
    public DeviceDesk(DeviceWatch watch, DeviceBook book) {
        this.watch = watch;
        this.book = book;
        settled = book.standing();
        settled.forEach(status -> recorded.put(status.sensor(), status));
        watch.resume(settled);
    }

    /**
     * Looks at the devices and writes down what has changed. To be called every second or so. What cannot be written is written at
     * the next call.
     */
    public synchronized void tick(Instant now) {
        watch.tick(now);
        Map<SensorId, DeviceStatus> next = new HashMap<>();
        List<DeviceChange> changes = new ArrayList<>();
        for (DeviceStatus found : watch.notGood()) {
            goodSince.remove(found.sensor());
            DeviceStatus known = recorded.get(found.sensor());
            boolean goesOn = known != null && known.state() == found.state();
            next.put(found.sensor(), goesOn ? known : found);
            if (!goesOn) {
                changes.add(DeviceChange.into(found));
            }
        }
        recorded.forEach((sensor, known) -> {
            if (!next.containsKey(sensor)) {
                Instant since = goodSince.computeIfAbsent(sensor, own -> now);
                if (since.plus(SETTLED).isAfter(now)) {
                    next.put(sensor, known);
                } else {
                    changes.add(DeviceChange.good(sensor, since));
                }
            }
        });
        if (!changes.isEmpty()) {
            book.append(changes);
        }
        recorded.clear();
        recorded.putAll(next);
        goodSince.keySet().retainAll(next.keySet());
        settled = next.values().stream().sorted(DeviceWatch.WORST_FIRST).toList();
    }

    @Override
    public List<DeviceStatus> notGood() {
        return watch.notGood();
    }

    /** What the record says is not good: as {@link #notGood}, without flicker. Quick. */
    public List<DeviceStatus> settled() {
        return settled;
    }

    @Override
    public List<DeviceEpisode> episodes(TimeSpan span, int most) {
        return book.episodes(span, most);
    }
}
