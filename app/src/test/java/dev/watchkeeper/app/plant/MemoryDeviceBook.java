package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.live.DeviceBook;
import dev.watchkeeper.engine.live.DeviceChange;
import dev.watchkeeper.engine.live.DeviceEpisode;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A record of devices in memory. */
public final class MemoryDeviceBook implements DeviceBook {
    private final List<DeviceChange> lines = new ArrayList<>();

    @Override
    public synchronized void append(Collection<DeviceChange> changes) {
        lines.addAll(changes);
    }

    @Override
    public synchronized List<DeviceStatus> standing() {
        return episodes().stream()
                .filter(episode -> episode.until().isEmpty())
                .map(DeviceEpisode::status)
                .toList();
    }

    @Override
    public synchronized List<DeviceEpisode> episodes(TimeSpan span, int most) {
        return episodes().stream()
                .filter(episode -> episode.status().since().isBefore(span.end())
                        && episode.until().orElse(Instant.MAX).isAfter(span.start()))
                .sorted(Comparator.comparing(
                                (DeviceEpisode episode) -> episode.status().since())
                        .reversed())
                .limit(most)
                .toList();
    }

    private List<DeviceEpisode> episodes() {
        List<DeviceEpisode> episodes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            DeviceChange line = lines.get(i);
            if (line.state() != DeviceState.GOOD) {
                Instant until = lines.subList(i + 1, lines.size()).stream()
                        .filter(later -> later.sensor().equals(line.sensor()))
                        .map(DeviceChange::since)
                        .findFirst()
                        .orElse(null);
                episodes.add(new DeviceEpisode(
                        new DeviceStatus(line.sensor(), line.state(), line.since(), line.why(), line.action()), until));
            }
        }
        return episodes;
    }
}
