package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.chart.AlarmMark;
import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.Trace;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.chart.Viewport;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.label.SimilarAlarms;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads all that is known of an alarm from the ports. Any thread. */
final class DetailReader {
    private static final int LANES = 3;
    private static final int COLUMNS = 500;
    private static final int EARLIER_COLUMNS = 150;

    private final Alarms alarms;
    private final Labels labels;
    private final Assets assets;
    private final TraceLoader traces;
    private final SimilarAlarms similar;

    DetailReader(Alarms alarms, Labels labels, Assets assets, TraceLoader traces) {
        this.alarms = alarms;
        this.labels = labels;
        this.assets = assets;
        this.traces = traces;
        similar = new SimilarAlarms(alarms, labels);
    }

    /** @throws NoSuchElementException when there is no such alarm */
    AlarmDetail read(AlarmId id, Instant now) {
        Alarm alarm = alarms.find(id).orElseThrow(() -> new NoSuchElementException("no alarm " + id));
        List<AlarmDetail.Share> shares = alarm.contributions().stream()
                .map(share -> new AlarmDetail.Share(
                        share.sensor(), sensor(share.sensor()).label(), share.share()))
                .toList();
        return new AlarmDetail(
                alarm,
                AlarmList.label(assets, alarm.asset()),
                AlarmNames.of(AlarmSource.of(alarm), assets),
                shares,
                parts(alarm),
                earlier(alarm),
                similar.to(alarm),
                alarms.journal(id),
                labels.ofAlarm(id).orElse(null),
                labels.history(LabelSubject.idOf(id)),
                picture(alarm, now));
    }

    /** The alarm as something to label: while it has not ended, up to the newest reading of its sensors. */
    LabelSubject subject(Alarm alarm, Instant now) {
        Instant newest = alarm.contributions().stream()
                .flatMap(share -> traces.newest(share.sensor()).stream())
                .max(Instant::compareTo)
                .orElse(alarm.openedAt());
        return LabelSubject.of(alarm, newest.isBefore(now) ? newest : now);
    }

    private List<AlarmDetail.Part> parts(Alarm alarm) {
        return alarm.evidence().parts().stream()
                .map(part -> new AlarmDetail.Part(sensor(part.sensor()).label(), part, part.share() * alarm.score()))
                .toList();
    }

    private List<AlarmDetail.Earlier> earlier(Alarm alarm) {
        return alarm.evidence().earlier().stream()
                .map(one -> new AlarmDetail.Earlier(sensor(one.sensor()), one))
                .toList();
    }

    private TrendPicture picture(Alarm alarm, Instant now) {
        TimeSpan span = AlarmDetail.surroundings(alarm, now);
        List<TraceLoader.Wanted> wanted = alarm.contributions().stream()
                .limit(LANES)
                .map(share -> new TraceLoader.Wanted(sensor(share.sensor()), AlarmList.label(assets, alarm.asset())))
                .toList();
        List<Trace> drawn = traces.load(wanted, span, COLUMNS).stream()
                .map(trace -> withEarlier(trace, alarm, span))
                .toList();
        return new TrendPicture(
                Viewport.still(span), Lane.perSensor(drawn), List.of(AlarmMark.of(alarm)), alarm.window());
    }

    /** Lays the stretch that was most like it under a trace, with what was before and after it. */
    private Trace withEarlier(Trace trace, Alarm alarm, TimeSpan span) {
        Optional<EarlierWindow> earlier = alarm.evidence().earlier().stream()
                .filter(one -> one.sensor().equals(trace.sensor().id()))
                .findFirst();
        if (earlier.isEmpty()) {
            return trace;
        }
        Duration back = Duration.between(
                earlier.get().earlier().start(), earlier.get().window().start());
        Series past = traces.past(
                trace.sensor().id(),
                new TimeSpan(span.start().minus(back), span.end().minus(back)),
                EARLIER_COLUMNS);
        return trace.withEarlier(past, back);
    }

    private Sensor sensor(SensorId id) {
        return assets.find(id.asset())
                .flatMap((Asset known) -> known.sensor(id))
                .orElseGet(() -> Sensor.named(id));
    }
}
