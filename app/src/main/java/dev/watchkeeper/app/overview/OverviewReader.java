package dev.watchkeeper.app.overview;

import dev.watchkeeper.app.overview.Overview.Deviation;
import dev.watchkeeper.app.overview.Overview.SensorLine;
import dev.watchkeeper.app.overview.Overview.Tile;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.Latest;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the plant's state from the ports. Any thread, one at a time: it keeps the sparks of the last look. */
final class OverviewReader {
    private static final int DEVIATIONS = 3;
    private static final double NOTED_SCORE = 0.5;
    private static final double CONCERNED_SHARE = 0.2;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int TENS = 12;
    private static final int MOST_ALARMS = 2_000;

    private final Alarms alarms;
    private final Assets assets;
    private final LiveReadings live;
    private final Supplier<PipelineStatus> pipeline;
    private final SparkReader sparks;

    OverviewReader(Alarms alarms, Assets assets, LiveReadings live, Supplier<PipelineStatus> pipeline) {
        this.alarms = alarms;
        this.assets = assets;
        this.live = live;
        this.pipeline = pipeline;
        sparks = new SparkReader(live);
    }

    synchronized Overview read(Instant now) {
        List<Alarm> current = alarms.current();
        Map<SensorId, Priority> concerned = concerned(current);
        Map<DeviceState, Integer> devices = new EnumMap<>(DeviceState.class);
        for (DeviceState state : DeviceState.values()) {
            devices.put(state, 0);
        }
        List<Tile> tiles = new ArrayList<>();
        List<Deviation> deviations = new ArrayList<>();
        for (Asset asset : assets.all()) {
            List<SensorLine> lines = new ArrayList<>();
            for (Sensor sensor : asset.sensors()) {
                Optional<Latest> latest = live.latest(sensor.id());
                SensorLine line = line(sensor, latest, Optional.ofNullable(concerned.get(sensor.id())), now);
                lines.add(line);
                devices.merge(line.device(), 1, Integer::sum);
                latest.flatMap(Latest::scored)
                        .map(ScoredReading::score)
                        .ifPresent(score -> deviation(asset, line, score).ifPresent(deviations::add));
            }
            tiles.add(tile(asset, current, List.copyOf(lines)));
        }
        deviations.sort(Comparator.comparingDouble(Deviation::score).reversed());
        return new Overview(
                tiles,
                load(now),
                deviations.subList(0, Math.min(DEVIATIONS, deviations.size())),
                devices,
                pipeline.get());
    }

    private static Map<SensorId, Priority> concerned(List<Alarm> current) {
        Map<SensorId, Priority> concerned = new HashMap<>();
        for (Alarm alarm : current) {
            if (alarm.state().active()) {
                alarm.contributions().stream()
                        .filter(contribution -> contribution.share() >= CONCERNED_SHARE)
                        .forEach(contribution -> concerned.merge(
                                contribution.sensor(),
                                alarm.priority(),
                                (one, other) -> one.compareTo(other) >= 0 ? one : other));
            }
        }
        return concerned;
    }

    private SensorLine line(Sensor sensor, Optional<Latest> found, Optional<Priority> alarm, Instant now) {
        if (found.isEmpty()) {
            return new SensorLine(
                    sensor, Double.NaN, Double.NaN, Double.NaN, DeviceState.GOOD, "no data yet", Spark.NONE, alarm);
        }
        Latest latest = found.get();
        Optional<Score> score = latest.scored().map(ScoredReading::score).filter(one -> !one.warmingUp());
        DeviceState device = latest.deviceState(now);
        String silence = switch (device) {
            case FAILURE -> "silent " + Formats.roughAge(Duration.between(latest.arrivedAt(), now));
            case MAINTENANCE_REQUIRED ->
                "stuck "
                        + Formats.roughAge(Duration.between(
                                latest.unchangedSince(), latest.reading().time()));
            case OUT_OF_SPECIFICATION -> "out of spec";
            case FUNCTION_CHECK -> "in check";
            case GOOD -> "";
        };
        return new SensorLine(
                sensor,
                latest.reading().value(),
                score.map(Score::expectedLow).orElse(Double.NaN),
                score.map(Score::expectedHigh).orElse(Double.NaN),
                device,
                silence,
                sparks.read(sensor.id(), now),
                alarm);
    }

    private static Tile tile(Asset asset, List<Alarm> current, List<SensorLine> lines) {
        List<Alarm> own = current.stream()
                .filter(alarm -> alarm.asset().equals(asset.id()))
                .toList();
        Optional<Alarm> worst = own.stream()
                .max(Comparator.comparing((Alarm alarm) -> alarm.state().active())
                        .thenComparing(Alarm::priority)
                        .thenComparing(Alarm::openedAt));
        return new Tile(asset.id(), asset.label(), asset.area(), worst, own.size(), lines);
    }

    private static Optional<Deviation> deviation(Asset asset, SensorLine line, Score score) {
        if (score.warmingUp() || line.device() == DeviceState.FAILURE) {
            return Optional.empty();
        }
        double width = line.expectedHigh() - line.expectedLow();
        double above = line.value() - line.expectedHigh();
        double below = line.expectedLow() - line.value();
        double distance = Math.max(above, below);
        String words;
        if (distance > 0) {
            words = Formats.value(distance, line.sensor().unit()) + (above > 0 ? " above" : " below") + " its band";
        } else if (score.value() >= NOTED_SCORE) {
            words = "unusual course, within its band";
        } else {
            return Optional.empty();
        }
        double rank = Math.max(score.value(), distance > 0 ? distance / (distance + width) : 0);
        return Optional.of(new Deviation(line.sensor(), asset.label(), line.value(), words, rank));
    }

    private List<Integer> load(Instant now) {
        TimeSpan span = TimeSpan.before(now.plusMillis(1), TEN_MINUTES.multipliedBy(TENS));
        Integer[] counts = new Integer[TENS];
        Arrays.fill(counts, 0);
        for (Alarm alarm : alarms.opened(span, MOST_ALARMS)) {
            long millis = Duration.between(span.start(), alarm.openedAt()).toMillis();
            counts[Math.clamp(millis / TEN_MINUTES.toMillis(), 0, TENS - 1)]++;
        }
        return List.of(counts);
    }
}
