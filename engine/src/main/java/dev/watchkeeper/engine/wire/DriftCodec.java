package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.drift.DistributionDistance;
import dev.watchkeeper.engine.drift.DriftDirection;
import dev.watchkeeper.engine.drift.DriftFeature;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.drift.DriftStage;
import dev.watchkeeper.engine.drift.DriftStatistic;
import dev.watchkeeper.engine.drift.FeatureDrift;
import dev.watchkeeper.engine.drift.FeatureLevel;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records of the drift topic: one {@link DriftReport} each. Times are in milliseconds since 1970; a number that is not
 * known is left out and read as NaN.
 */
public final class DriftCodec {
    private DriftCodec() {}

    public static byte[] encode(DriftReport report) {
        return Json.write(json -> {
            json.writeStringField("asset", report.sensor().asset().value());
            json.writeStringField("sensor", report.sensor().name());
            write(json, "window", report.window());
            write(json, "reference", report.reference());
            json.writeArrayFieldStart("features");
            for (FeatureDrift drift : report.features()) {
                write(json, drift);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, String field, TimeSpan span) throws IOException {
        json.writeNumberField(field + "Start", span.start().toEpochMilli());
        json.writeNumberField(field + "End", span.end().toEpochMilli());
    }

    private static void write(JsonGenerator json, FeatureDrift drift) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", drift.feature().code());
        json.writeStringField("stage", word(drift.stage()));
        Instant since = drift.sinceOrNull();
        if (since != null) {
            json.writeNumberField("since", since.toEpochMilli());
        }
        json.writeStringField("direction", word(drift.direction()));
        Json.writeFinite(json, "size", drift.size());
        Json.writeFinite(json, "referenceMean", drift.reference().mean());
        Json.writeFinite(json, "referenceSpread", drift.reference().spread());
        Json.writeFinite(json, "currentMean", drift.current().mean());
        Json.writeFinite(json, "currentSpread", drift.current().spread());
        write(json, "adwin", drift.adwin());
        write(json, "psi", drift.psi());
        json.writeStringField("distanceKind", drift.distance().kind().code());
        write(json, "distance", drift.distance().statistic());
        Json.writeFinite(json, "pValue", drift.distance().pValue());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, DriftStatistic statistic) throws IOException {
        Json.writeFinite(json, field, statistic.value());
        Json.writeFinite(json, field + "Limit", statistic.limit());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a record.
     *
     * @param bytes its value; null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static DriftReport decode(byte @Nullable [] bytes) throws WireException {
        Fields fields = Json.read(bytes);
        SensorId sensor = FieldValues.sensor(fields.text("asset"), fields.text("sensor"));
        TimeSpan window = span(fields, "window");
        TimeSpan reference = span(fields, "reference");
        List<FeatureDrift> features = new ArrayList<>();
        for (Fields feature : fields.objects("features")) {
            features.add(feature(feature));
        }
        return FieldValues.valid(() -> new DriftReport(sensor, window, reference, features));
    }

    private static TimeSpan span(Fields fields, String field) throws WireException {
        Instant start = fields.time(field + "Start");
        Instant end = fields.time(field + "End");
        return FieldValues.valid(() -> new TimeSpan(start, end));
    }

    private static FeatureDrift feature(Fields fields) throws WireException {
        DriftFeature feature = constant(fields, "feature", DriftFeature.values(), DriftFeature::code);
        DriftStage stage = constant(fields, "stage", DriftStage.values(), DriftCodec::word);
        DriftDirection direction = constant(fields, "direction", DriftDirection.values(), DriftCodec::word);
        DistributionDistance.Kind kind =
                constant(fields, "distanceKind", DistributionDistance.Kind.values(), DistributionDistance.Kind::code);
        @Nullable Instant since = fields.has("since") ? fields.time("since") : null;
        FeatureLevel reference = level(fields, "reference");
        FeatureLevel current = level(fields, "current");
        DriftStatistic adwin = statistic(fields, "adwin");
        DriftStatistic psi = statistic(fields, "psi");
        DistributionDistance distance =
                new DistributionDistance(kind, statistic(fields, "distance"), fields.numberOr("pValue", Double.NaN));
        double size = fields.numberOr("size", Double.NaN);
        return FieldValues.valid(() ->
                new FeatureDrift(feature, reference, current, adwin, psi, distance, direction, size, stage, since));
    }

    private static FeatureLevel level(Fields fields, String field) throws WireException {
        return new FeatureLevel(
                fields.numberOr(field + "Mean", Double.NaN), fields.numberOr(field + "Spread", Double.NaN));
    }

    private static DriftStatistic statistic(Fields fields, String field) throws WireException {
        double value = fields.numberOr(field, Double.NaN);
        double limit = fields.numberOr(field + "Limit", Double.NaN);
        return FieldValues.valid(() -> new DriftStatistic(value, limit));
    }

    private static <T> T constant(Fields fields, String field, T[] all, Function<T, String> word) throws WireException {
        String text = fields.text(field);
        for (T constant : all) {
            if (word.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw FieldValues.wrongValue(
                field, text, "one of " + Arrays.stream(all).map(word).toList());
    }
}
