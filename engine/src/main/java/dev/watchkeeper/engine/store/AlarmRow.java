package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How an alarm stands in a row of table {@code alarm}. */
final class AlarmRow implements RowMapper<Alarm> {
    /** Writes a row, over one of the same id. */
    static final String WRITE = "MERGE INTO alarm (id, asset, rule, message, priority, state, opened_at, raised_at,"
            + " closed_at, window_start, window_end, score, contributions, evidence, cause, consequence, action,"
            + " time_to_respond, acknowledged_by, acknowledged_at, acknowledgment_note, owner, suppressions) KEY (id) VALUES (:id, :asset,"
            + " :rule, :message, :priority, :state, :openedAt, :raisedAt, :closedAt, :windowStart, :windowEnd, :score,"
            + " :contributions, :evidence, :cause, :consequence, :action, :timeToRespond, :acknowledgedBy, :acknowledgedAt, :note,"
            + " :owner, :suppressions)";

    private final ObjectMapper json;
    private final EvidenceColumn evidence;
    private final HandlingColumns handling;

    AlarmRow(ObjectMapper json) {
        this.json = json;
        evidence = new EvidenceColumn(json);
        handling = new HandlingColumns(json);
    }

    PreparedBatch bind(PreparedBatch batch, Alarm alarm) {
        Alarm.Acknowledgment acknowledgment = alarm.acknowledgmentOrNull();
        Guidance guidance = alarm.guidance();
        return batch.bind("id", alarm.id().value())
                .bind("asset", alarm.asset().value())
                .bind("rule", alarm.rule())
                .bind("message", alarm.message())
                .bind("priority", alarm.priority().name())
                .bind("state", alarm.state().name())
                .bind("openedAt", alarm.openedAt())
                .bind("raisedAt", alarm.raisedAt())
                .bind("closedAt", alarm.closedAtOrNull())
                .bind("windowStart", alarm.window().start())
                .bind("windowEnd", alarm.window().end())
                .bind("score", alarm.score())
                .bind("contributions", written(alarm.contributions()))
                .bind("evidence", evidence.written(alarm.evidence()))
                .bind("cause", guidance.cause())
                .bind("consequence", guidance.consequence())
                .bind("action", guidance.action())
                .bind("timeToRespond", guidance.timeToRespond().toString())
                .bind("acknowledgedBy", acknowledgment == null ? null : acknowledgment.user())
                .bind("acknowledgedAt", acknowledgment == null ? null : acknowledgment.at())
                .bind("note", acknowledgment == null ? null : acknowledgment.note())
                .bind("owner", alarm.handling().ownerOrNull())
                .bind("suppressions", handling.suppressions(alarm.handling()));
    }

    @Override
    public Alarm map(ResultSet row, StatementContext context) throws SQLException {
        return new Alarm(
                new AlarmId(row.getString("id")),
                new AssetId(row.getString("asset")),
                row.getString("rule"),
                row.getString("message"),
                Priority.valueOf(row.getString("priority")),
                AlarmState.valueOf(row.getString("state")),
                InstantColumns.get(row, "opened_at"),
                InstantColumns.get(row, "raised_at"),
                InstantColumns.getOrNull(row, "closed_at"),
                new TimeSpan(InstantColumns.get(row, "window_start"), InstantColumns.get(row, "window_end")),
                row.getDouble("score"),
                contributions(row.getString("contributions")),
                evidence.read(row.getString("evidence")),
                new Guidance(
                        row.getString("cause"),
                        row.getString("consequence"),
                        row.getString("action"),
                        Duration.parse(row.getString("time_to_respond"))),
                acknowledgmentOrNull(row),
                handling.read(row));
    }

    private static Alarm.@Nullable Acknowledgment acknowledgmentOrNull(ResultSet row) throws SQLException {
        String user = row.getString("acknowledged_by");
        return user == null
                ? null
                : new Alarm.Acknowledgment(
                        user, row.getString("acknowledgment_note"), InstantColumns.get(row, "acknowledged_at"));
    }

    private String written(List<Contribution> contributions) {
        try {
            return json.writeValueAsString(contributions.stream()
                    .map(each -> new Share(each.sensor().toString(), each.share()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contributions cannot be written as JSON", e);
        }
    }

    private List<Contribution> contributions(String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<List<Share>>() {}).stream()
                    .map(each -> new Contribution(SensorId.parse(each.sensor), each.share))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new SQLException("contributions are not the JSON that was written: " + text, e);
        }
    }

    /** A contribution as JSON has it. */
    record Share(String sensor, double share) {}
}
