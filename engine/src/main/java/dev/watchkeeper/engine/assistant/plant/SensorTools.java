package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Phrase;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.history.Series;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.Latest;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What sensors say and have said. Statistics are taken over every reading. Thread-safe; reads memory and history. */
final class SensorTools {
    private static final int COLUMNS = 240;

    private final PlantPorts ports;
    private final Names names;
    private final Phrase phrase;

    SensorTools(PlantPorts ports, Phrase phrase) {
        this.ports = ports;
        this.phrase = phrase;
        names = new Names(ports.assets());
    }

    Answer values(ToolCall.SensorValues call) {
        Draft draft = new Draft(call).about(call.sensors());
        Instant now = ports.clock().instant();
        List<List<String>> rows = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        Instant from = now;
        for (SensorId id : call.sensors()) {
            Sensor sensor = names.sensor(id);
            Optional<Latest> latest = ports.live().latest(id);
            if (latest.isEmpty()) {
                silent.add(names.of(id));
                continue;
            }
            Latest one = latest.get();
            draft.figure(id.toString(), one.reading().value(), sensor.unit().symbol());
            from = one.reading().time().isBefore(from) ? one.reading().time() : from;
            DeviceState state = one.deviceState(now);
            rows.add(List.of(
                    names.of(id),
                    Phrase.value(one.reading().value(), sensor.unit()),
                    expected(one, sensor),
                    phrase.time(one.reading().time())
                            + (state == DeviceState.GOOD ? "" : " (" + Phrase.of(state) + ")")));
        }
        int source = draft.source(new Source.Data("the newest readings", new TimeSpan(from, now)));
        if (rows.size() == 1) {
            List<String> row = rows.get(0);
            draft.text(
                    row.get(0) + " is " + row.get(1) + (row.get(2).isEmpty() ? "" : ", expected " + row.get(2))
                            + ", at " + row.get(3) + ".",
                    source);
        } else if (!rows.isEmpty()) {
            draft.text("The newest readings of " + Phrase.count(rows.size(), "sensor") + ":", source);
            draft.add(new Block.Table(List.of("Sensor", "Value", "Expected", "At"), rows));
        }
        if (!silent.isEmpty()) {
            draft.text("No reading yet of " + String.join(", ", silent) + ".");
        }
        return draft.way(new Destination.Trends(call.sensors(), null)).done();
    }

    private static String expected(Latest latest, Sensor sensor) {
        return latest.scored()
                .map(scored -> scored.score())
                .filter(score -> Double.isFinite(score.expectedLow()) && Double.isFinite(score.expectedHigh()))
                .map(score -> Phrase.value(score.expectedLow(), dev.watchkeeper.engine.signal.Unit.NONE) + " to "
                        + Phrase.value(score.expectedHigh(), sensor.unit()))
                .orElse("");
    }

    Answer history(ToolCall.SensorHistory call) {
        Draft draft = new Draft(call).about(call.sensors()).about(call.span());
        int source = draft.source(readings(call.sensors(), call.span()));
        boolean any = false;
        List<List<String>> rows = new ArrayList<>();
        for (SensorId id : call.sensors()) {
            Sensor sensor = names.sensor(id);
            Statistics figures = statistics(id, call.span());
            if (figures.count == 0) {
                rows.add(List.of(names.of(id), "–", "–", "–", "no reading"));
                continue;
            }
            any = true;
            figures(draft, id, figures, sensor);
            rows.add(List.of(
                    names.of(id),
                    Phrase.value(figures.low, sensor.unit()),
                    Phrase.value(figures.mean(), sensor.unit()),
                    Phrase.value(figures.high, sensor.unit()) + " at " + phrase.time(figures.highAt),
                    Phrase.value(figures.last, sensor.unit())));
        }
        if (!any) {
            draft.text(
                    "History has no reading of " + named(call.sensors()) + " in " + phrase.span(call.span()) + ".",
                    source);
        } else if (rows.size() == 1) {
            List<String> row = rows.get(0);
            draft.text(
                    row.get(0) + " in " + phrase.span(call.span()) + ": mean " + row.get(2) + ", lowest " + row.get(1)
                            + ", highest " + row.get(3) + ", last " + row.get(4) + ".",
                    source);
        } else {
            draft.text(named(call.sensors()) + " in " + phrase.span(call.span()) + ":", source);
            draft.add(new Block.Table(List.of("Sensor", "Lowest", "Mean", "Highest", "Last"), rows));
        }
        if (any) {
            draft.add(chart(call.sensors(), call.span()));
        }
        return draft.way(new Destination.Trends(call.sensors(), call.span())).done();
    }

    private static void figures(Draft draft, SensorId id, Statistics figures, Sensor sensor) {
        String unit = sensor.unit().symbol();
        draft.figure(id + " lowest", figures.low, unit);
        draft.figure(id + " mean", figures.mean(), unit);
        draft.figure(id + " highest", figures.high, unit);
        draft.figure(id + " last", figures.last, unit);
        draft.figure(id + " readings", (double) figures.count, "");
    }

    Answer compare(ToolCall.CompareHistory call) {
        Draft draft = new Draft(call).about(call.sensors()).about(call.span());
        int present = draft.source(readings(call.sensors(), call.span()));
        int past = draft.source(readings(call.sensors(), call.earlier()));
        List<List<String>> rows = new ArrayList<>();
        for (SensorId id : call.sensors()) {
            Sensor sensor = names.sensor(id);
            Statistics later = statistics(id, call.span());
            Statistics earlier = statistics(id, call.earlier());
            if (later.count == 0 || earlier.count == 0) {
                draft.text(
                        "History has no reading of " + names.of(id) + " in "
                                + phrase.span(later.count == 0 ? call.span() : call.earlier()) + ".",
                        later.count == 0 ? present : past);
                continue;
            }
            String unit = sensor.unit().symbol();
            double change = later.mean() - earlier.mean();
            draft.figure(id + " mean", later.mean(), unit);
            draft.figure(id + " earlier mean", earlier.mean(), unit);
            draft.figure(id + " change", change, unit);
            rows.add(List.of(
                    names.of(id),
                    Phrase.value(later.mean(), sensor.unit()),
                    Phrase.value(earlier.mean(), sensor.unit()),
                    (change >= 0 ? "+" : "") + Phrase.value(change, sensor.unit()) + percent(change, earlier.mean())));
        }
        if (rows.size() == 1) {
            List<String> row = rows.get(0);
            draft.text(
                    row.get(0) + ": mean " + row.get(1) + " in " + phrase.span(call.span()) + " against " + row.get(2)
                            + " in " + phrase.span(call.earlier()) + ", a change of " + row.get(3) + ".",
                    present,
                    past);
        } else if (!rows.isEmpty()) {
            draft.text(
                    "Means of " + phrase.span(call.span()) + " against " + phrase.span(call.earlier()) + ":",
                    present,
                    past);
            draft.add(new Block.Table(List.of("Sensor", "Now", "Earlier", "Change"), rows));
        }
        if (!rows.isEmpty()) {
            SensorId first = call.sensors().get(0);
            Sensor sensor = names.sensor(first);
            Duration by = Duration.between(call.earlier().start(), call.span().start());
            draft.add(new Block.Chart(
                    List.of(
                            curve(first, sensor.label(), series(first, call.span())),
                            curve(
                                    first,
                                    sensor.label() + ", earlier",
                                    series(first, call.earlier()).moved(by))),
                    call.span()));
        }
        return draft.way(new Destination.Trends(call.sensors(), call.span())).done();
    }

    private static String percent(double change, double of) {
        return Math.abs(of) < 1e-9
                ? ""
                : String.format(java.util.Locale.ROOT, " (%+.1f %%)", 100 * change / Math.abs(of));
    }

    Block.Chart chart(List<SensorId> sensors, TimeSpan span) {
        return new Block.Chart(
                sensors.stream()
                        .map(id -> curve(id, names.of(id), series(id, span)))
                        .toList(),
                span);
    }

    private Series series(SensorId sensor, TimeSpan span) {
        Series series = ports.history().series(sensor, span, COLUMNS);
        return series;
    }

    private Block.Curve curve(SensorId id, String label, Series series) {
        List<Block.Point> points = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            points.add(new Block.Point(Instant.ofEpochMilli(series.timeMillis(i)), series.low(i), series.high(i)));
        }
        return new Block.Curve(id, label, names.sensor(id).unit().symbol(), points);
    }

    private Source readings(List<SensorId> sensors, TimeSpan span) {
        return new Source.Data("readings of " + named(sensors), span);
    }

    private String named(List<SensorId> sensors) {
        if (sensors.size() > 3) {
            return Phrase.count(sensors.size(), "sensor");
        }
        return sensors.stream().map(names::of).collect(Collectors.joining(", "));
    }

    private Statistics statistics(SensorId sensor, TimeSpan span) {
        Statistics statistics = new Statistics();
        ports.history().forEachReading(sensor, span, reading -> statistics.add(reading.time(), reading.value()));
        return statistics;
    }

    /** Of one sensor over one span. */
    private static final class Statistics {
        private long count;
        private double sum;
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private double last = Double.NaN;
        private Instant highAt = Instant.EPOCH;

        void add(Instant at, double value) {
            count++;
            sum += value;
            low = Math.min(low, value);
            if (value > high) {
                high = value;
                highAt = at;
            }
            last = value;
        }

        double mean() {
            return sum / count;
        }
    }
}
