package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.DetectionId;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The records of the detections topic, told apart by {@code kind}: {@code detection} and {@code run}. Times are in
 * milliseconds since 1970; a false alarm rate that is not finite is left out and read as infinite.
 */
public final class DetectionCodec {
    private DetectionCodec() {}

    public static byte[] encode(DetectionRecord record) {
        if (record instanceof DetectionMessage message) {
            return Json.write(json -> write(json, message.detection()));
        }
        RunSummary run = (RunSummary) record;
        return Json.write(json -> {
            json.writeStringField("kind", "run");
            json.writeStringField("asset", run.asset().value());
            json.writeStringField("run", run.run());
            json.writeNumberField("accepted", run.accepted());
            json.writeNumberField("late", run.late());
            json.writeNumberField("rejected", run.rejected());
        });
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static DetectionRecord decode(byte @Nullable [] bytes) throws WireException {
        Fields fields = Json.read(bytes);
        String kind = fields.text("kind");
        return switch (kind) {
            case "detection" -> new DetectionMessage(detection(fields));
            case "run" -> runSummary(fields);
            default -> throw FieldValues.wrongValue("kind", kind, "detection or run");
        };
    }

    private static void write(JsonGenerator json, Detection detection) throws IOException {
        json.writeStringField("kind", "detection");
        json.writeStringField("id", detection.id().value());
        json.writeStringField("asset", detection.asset().value());
        json.writeStringField("rule", detection.rule());
        json.writeStringField("phase", detection.phase().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("openedAt", detection.openedAt().toEpochMilli());
        json.writeNumberField("at", detection.at().toEpochMilli());
        json.writeNumberField("windowStart", detection.window().start().toEpochMilli());
        json.writeNumberField("windowEnd", detection.window().end().toEpochMilli());
        json.writeNumberField("peakScore", detection.peakScore());
        Json.writeFinite(json, "perDay", detection.falseAlarmsPerDay());
        json.writeArrayFieldStart("contributions");
        for (Contribution contribution : detection.contributions()) {
            json.writeStartObject();
            json.writeStringField("asset", contribution.sensor().asset().value());
            json.writeStringField("sensor", contribution.sensor().name());
            json.writeNumberField("share", contribution.share());
            json.writeEndObject();
        }
        json.writeEndArray();
        EvidenceFields.write(json, detection.evidence());
    }

    private static Detection detection(Fields fields) throws WireException {
        AssetId asset = FieldValues.asset(fields.text("asset"));
        String id = fields.text("id");
        String rule = fields.text("rule");
        Detection.Phase phase = phase(fields.text("phase"));
        Instant openedAt = fields.time("openedAt");
        Instant at = fields.time("at");
        Instant start = fields.time("windowStart");
        Instant end = fields.time("windowEnd");
        double peakScore = fields.number("peakScore");
        double perDay = fields.numberOr("perDay", Double.POSITIVE_INFINITY);
        List<Contribution> contributions = new ArrayList<>();
        for (Fields contribution : fields.objects("contributions")) {
            SensorId sensor = FieldValues.sensor(contribution.text("asset"), contribution.text("sensor"));
            double share = contribution.number("share");
            contributions.add(FieldValues.valid(() -> new Contribution(sensor, share)));
        }
        Evidence evidence = EvidenceFields.read(fields);
        return FieldValues.valid(() -> new Detection(
                new DetectionId(id),
                asset,
                rule,
                phase,
                openedAt,
                at,
                new TimeSpan(start, end),
                peakScore,
                perDay,
                contributions,
                evidence));
    }

    private static RunSummary runSummary(Fields fields) throws WireException {
        AssetId asset = FieldValues.asset(fields.text("asset"));
        String run = fields.text("run");
        long accepted = fields.integer("accepted");
        long late = fields.integer("late");
        long rejected = fields.integer("rejected");
        return FieldValues.valid(() -> new RunSummary(asset, run, accepted, late, rejected));
    }

    private static Detection.Phase phase(String text) throws WireException {
        return switch (text) {
            case "opened" -> Detection.Phase.OPENED;
            case "worsened" -> Detection.Phase.WORSENED;
            case "closed" -> Detection.Phase.CLOSED;
            default -> throw FieldValues.wrongValue("phase", text, "opened, worsened or closed");
        };
    }
}
