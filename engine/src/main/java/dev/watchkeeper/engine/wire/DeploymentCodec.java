package dev.watchkeeper.engine.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.watchkeeper.engine.model.PartKind;
import dev.watchkeeper.engine.model.RateCheck;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowEpisode;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.SpeechTally;
import dev.watchkeeper.engine.model.deploy.SubjectComparison;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of the shadow topic, which is compacted; told apart by {@code kind}: {@code takeover}, {@code refused} and
 * {@code shadow}. Times are in milliseconds since 1970.
 */
public final class DeploymentCodec {
    private DeploymentCodec() {}

    /** Under which key a record replaces the one before: one for each asset and kind, and role where it is about one. */
    public static String key(DeploymentNews news) {
        if (news instanceof Takeover takeover) {
            return news.asset() + "/takeover/" + takeover.role().word();
        }
        if (news instanceof Refused refused) {
            return news.asset() + "/refused/" + refused.role().word();
        }
        return news.asset() + "/shadow";
    }

    public static byte[] encode(DeploymentNews news) {
        return Json.write(json -> {
            if (news instanceof Takeover takeover) {
                head(json, "takeover", news.asset());
                json.writeStringField("role", takeover.role().word());
                json.writeNumberField("number", takeover.number());
                json.writeNumberField("at", takeover.at().toEpochMilli());
            } else if (news instanceof Refused refused) {
                head(json, "refused", news.asset());
                json.writeStringField("role", refused.role().word());
                json.writeNumberField("number", refused.number());
                json.writeStringField("sentence", refused.sentence());
                json.writeNumberField("at", refused.at().toEpochMilli());
            } else if (news instanceof ShadowReport report) {
                head(json, "shadow", news.asset());
                write(json, report);
            }
        });
    }

    private static void head(JsonGenerator json, String kind, AssetId asset) throws IOException {
        json.writeStringField("kind", kind);
        json.writeStringField("asset", asset.value());
    }

    private static void write(JsonGenerator json, ShadowReport report) throws IOException {
        json.writeNumberField("champion", report.championNumber());
        json.writeNumberField("challenger", report.challengerNumber());
        json.writeNumberField("start", report.over().start().toEpochMilli());
        json.writeNumberField("end", report.over().end().toEpochMilli());
        json.writeNumberField("readings", report.readings());
        json.writeArrayFieldStart("subjects");
        for (SubjectComparison subject : report.subjects()) {
            json.writeStartObject();
            json.writeStringField("part", subject.kind().code());
            json.writeStringField("subject", subject.subject().name());
            write(json, "champion", subject.champion());
            write(json, "challenger", subject.challenger());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("episodes");
        for (ShadowEpisode episode : report.episodes()) {
            json.writeStartObject();
            json.writeStringField("role", episode.role().word());
            json.writeStringField("subject", episode.subject().name());
            json.writeNumberField("openedAt", episode.openedAt().toEpochMilli());
            Instant closedAt = episode.closedAt();
            if (closedAt != null) {
                json.writeNumberField("closedAt", closedAt.toEpochMilli());
            }
            json.writeNumberField("peakScore", episode.peakScore());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, SpeechTally tally) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("samples", tally.samples());
        json.writeNumberField("episodes", tally.episodes());
        json.writeArrayFieldStart("rates");
        for (RateCheck rate : tally.rates()) {
            json.writeStartObject();
            json.writeNumberField("perDay", rate.requestedPerDay());
            json.writeNumberField("observed", rate.observed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Reads a record.
     *
     * @param value null where it has none
     * @throws WireException when the bytes are not such a record
     */
    public static DeploymentNews decode(byte @Nullable [] value) throws WireException {
        Fields fields = Json.read(value);
        String kind = fields.text("kind");
        AssetId asset = FieldValues.asset(fields.text("asset"));
        return switch (kind) {
            case "takeover" -> takeover(asset, fields);
            case "refused" ->
                new Refused(
                        asset,
                        role(fields.text("role")),
                        (int) fields.integer("number"),
                        fields.text("sentence"),
                        fields.time("at"));
            case "shadow" -> report(asset, fields);
            default -> throw FieldValues.wrongValue("kind", kind, "takeover, refused or shadow");
        };
    }

    private static Takeover takeover(AssetId asset, Fields fields) throws WireException {
        Role role = role(fields.text("role"));
        int number = (int) fields.integer("number");
        Instant at = fields.time("at");
        return FieldValues.valid(() -> new Takeover(asset, role, number, at));
    }

    private static ShadowReport report(AssetId asset, Fields fields) throws WireException {
        int champion = (int) fields.integer("champion");
        int challenger = (int) fields.integer("challenger");
        Instant start = fields.time("start");
        Instant end = fields.time("end");
        long readings = fields.integer("readings");
        List<SubjectComparison> subjects = new ArrayList<>();
        for (Fields subject : fields.objects("subjects")) {
            String part = subject.text("part");
            PartKind kind = FieldValues.valid(() -> new PartKind(part));
            subjects.add(new SubjectComparison(
                    kind, subject(asset, subject), tally(subject, "champion"), tally(subject, "challenger")));
        }
        List<ShadowEpisode> episodes = new ArrayList<>();
        for (Fields episode : fields.objects("episodes")) {
            episodes.add(new ShadowEpisode(
                    role(episode.text("role")),
                    subject(asset, episode),
                    episode.time("openedAt"),
                    episode.has("closedAt") ? episode.time("closedAt") : null,
                    episode.number("peakScore")));
        }
        return FieldValues.valid(() ->
                new ShadowReport(asset, champion, challenger, new TimeSpan(start, end), readings, subjects, episodes));
    }

    private static SensorId subject(AssetId asset, Fields fields) throws WireException {
        return FieldValues.sensor(asset.value(), fields.text("subject"));
    }

    private static SpeechTally tally(Fields subject, String field) throws WireException {
        Fields tally = subject.optionalObject(field).orElseThrow(() -> FieldValues.missing(field));
        long samples = tally.integer("samples");
        long episodes = tally.integer("episodes");
        List<RateCheck> rates = new ArrayList<>();
        for (Fields rate : tally.objects("rates")) {
            double perDay = rate.number("perDay");
            long observed = rate.integer("observed");
            rates.add(FieldValues.valid(() -> new RateCheck(perDay, observed)));
        }
        return FieldValues.valid(() -> new SpeechTally(samples, episodes, rates));
    }

    private static Role role(String word) throws WireException {
        for (Role role : Role.values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw FieldValues.wrongValue("role", word, "champion or challenger");
    }
}
