package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.chart.AlarmMark;
import dev.watchkeeper.app.chart.LabelMark;
import dev.watchkeeper.app.chart.LimitMark;
import dev.watchkeeper.app.chart.Trace;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a trend shows from the ports. Any thread. */
final class TrendReader {
    private static final int MOST_MARKS = 300;
    private static final int SUGGESTED = 5;
    /** How long before a span an alarm may have opened that is still active in it. */
    private static final Duration LONGEST_ALARM = Duration.ofDays(1);

    private final Alarms alarms;
    private final Labels labels;
    private final Assets assets;
    private final ReadingHistory history;
    private final Rules rules;
    private final TraceLoader loader;

    TrendReader(Alarms alarms, Labels labels, Assets assets, ReadingHistory history, Rules rules, TraceLoader loader) {
        this.alarms = alarms;
        this.labels = labels;
        this.assets = assets;
        this.history = history;
        this.rules = rules;
        this.loader = loader;
    }

    /** Traces of the chosen sensors that are known, their limits, the alarms of their assets, and what is said of them. */
    record Answer(List<Trace> traces, List<AlarmMark> marks, List<LabelMark> labels, List<LimitMark> limits) {}

    Answer read(List<SensorId> chosen, Viewport viewport, int columns) {
        List<TraceLoader.Wanted> wanted =
                chosen.stream().flatMap(id -> wanted(id).stream()).toList();
        List<AlarmMark> marks = marks(chosen, viewport.span());
        return new Answer(
                loader.load(wanted, viewport.span(), columns),
                marks,
                labels(chosen, viewport.span(), marks),
                limits(chosen));
    }

    private List<LimitMark> limits(List<SensorId> chosen) {
        return rules.all().stream()
                .flatMap(rule -> LimitMark.of(rule).stream())
                .filter(limit -> chosen.contains(limit.sensor()))
                .toList();
    }

    /** From the first reading of any of the sensors on; empty when they have none. */
    Optional<Instant> firstReading(List<SensorId> chosen) {
        return chosen.stream()
                .flatMap(sensor -> history.extent(sensor).stream())
                .map(TimeSpan::start)
                .min(Comparator.naturalOrder());
    }

    /** What to begin with: the sensors that the newest alarm points at, else the first of the first asset. */
    List<SensorId> suggestion() {
        Optional<Alarm> newest = alarms.current().stream().findFirst();
        Optional<Asset> asset = newest.flatMap(alarm -> assets.find(alarm.asset()))
                .or(() -> assets.all().stream().findFirst());
        Stream<SensorId> pointedAt = newest.stream()
                .flatMap(alarm -> alarm.contributions().stream())
                .map(contribution -> contribution.sensor());
        Stream<SensorId> others =
                asset.stream().flatMap(one -> one.sensors().stream()).map(sensor -> sensor.id());
        return Stream.concat(pointedAt, others).distinct().limit(SUGGESTED).toList();
    }

    private Optional<TraceLoader.Wanted> wanted(SensorId id) {
        return assets.find(id.asset())
                .flatMap(asset -> asset.sensor(id).map(sensor -> new TraceLoader.Wanted(sensor, asset.label())));
    }

    private List<LabelMark> labels(List<SensorId> chosen, TimeSpan span, List<AlarmMark> marks) {
        return chosen.stream()
                .map(SensorId::asset)
                .distinct()
                .flatMap(asset -> labels.of(asset, span).stream())
                .map(label -> LabelMark.of(label, marks))
                .toList();
    }

    private List<AlarmMark> marks(List<SensorId> chosen, TimeSpan span) {
        TimeSpan reach =
                new TimeSpan(span.start().minus(LONGEST_ALARM), span.end().plusMillis(1));
        return alarms.opened(reach, MOST_MARKS).stream()
                .filter(alarm ->
                        chosen.stream().anyMatch(sensor -> sensor.asset().equals(alarm.asset())))
                .sorted(Comparator.comparing(Alarm::openedAt))
                .map(AlarmMark::of)
                .toList();
    }
}
