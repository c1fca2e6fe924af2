package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evidence as object {@code evidence} of a record; left out where nothing is known, and read so where it is not there. */
final class EvidenceFields {
    private EvidenceFields() {}

    static void write(JsonGenerator json, Evidence evidence) throws IOException {
        if (evidence.equals(Evidence.NONE)) {
            return;
        }
        json.writeObjectFieldStart("evidence");
        json.writeArrayFieldStart("parts");
        for (ScorePart part : evidence.parts()) {
            json.writeStartObject();
            write(json, part.sensor());
            json.writeStringField("kind", part.kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("samples", part.samples());
            json.writeNumberField("size", part.size());
            json.writeNumberField("share", part.share());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("earlier");
        for (EarlierWindow earlier : evidence.earlier()) {
            json.writeStartObject();
            write(json, earlier.sensor());
            json.writeNumberField("windowStart", earlier.window().start().toEpochMilli());
            json.writeNumberField("windowEnd", earlier.window().end().toEpochMilli());
            json.writeNumberField("start", earlier.earlier().start().toEpochMilli());
            json.writeNumberField("end", earlier.earlier().end().toEpochMilli());
            json.writeNumberField("distance", earlier.distance());
            json.writeNumberField("usual", earlier.usual());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SensorId sensor) throws IOException {
        json.writeStringField("asset", sensor.asset().value());
        json.writeStringField("sensor", sensor.name());
    }

    static Evidence read(Fields record) throws WireException {
        Optional<Fields> evidence = record.optionalObject("evidence");
        if (evidence.isEmpty()) {
            return Evidence.NONE;
        }
        List<ScorePart> parts = new ArrayList<>();
        for (Fields part : evidence.get().objects("parts")) {
            parts.add(part(part));
        }
        List<EarlierWindow> earlier = new ArrayList<>();
        for (Fields one : evidence.get().objects("earlier")) {
            earlier.add(earlier(one));
        }
        return new Evidence(parts, earlier);
    }

    private static ScorePart part(Fields part) throws WireException {
        SensorId sensor = FieldValues.sensor(part.text("asset"), part.text("sensor"));
        ScorePart.Kind kind = kind(part.text("kind"));
        int samples = (int) Math.max(0, Math.min(Integer.MAX_VALUE, part.integer("samples")));
        double size = part.number("size");
        double share = part.number("share");
        return FieldValues.valid(() -> new ScorePart(sensor, kind, samples, size, share));
    }

    private static EarlierWindow earlier(Fields one) throws WireException {
        SensorId sensor = FieldValues.sensor(one.text("asset"), one.text("sensor"));
        TimeSpan window = span(one, "windowStart", "windowEnd");
        TimeSpan earlier = span(one, "start", "end");
        double distance = one.number("distance");
        double usual = one.number("usual");
        return FieldValues.valid(() -> new EarlierWindow(sensor, window, earlier, distance, usual));
    }

    private static TimeSpan span(Fields fields, String start, String end) throws WireException {
        var from = fields.time(start);
        var to = fields.time(end);
        return FieldValues.valid(() -> new TimeSpan(from, to));
    }

    private static ScorePart.Kind kind(String text) throws WireException {
        for (ScorePart.Kind kind : ScorePart.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw FieldValues.wrongValue("kind", text, "range, level, shape, baseline or relation");
    }
}
