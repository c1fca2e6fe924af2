package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.model.ModelSummary;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.RetrainCause;
import dev.watchkeeper.engine.model.leakage.LeakageReport;
import dev.watchkeeper.engine.model.leakage.LeakageVerdict;
import dev.watchkeeper.engine.model.tracking.RunId;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** How a version stands in a row of table {@code model_version}. */
final class ModelRow implements RowMapper<ModelEntry> {
    private final ObjectMapper json;

    ModelRow(ObjectMapper json) {
        this.json = json;
    }

    void insert(Handle handle, ModelEntry version) {
        LeakageReport.Checked checked = version.leakage().checked();
        handle.createUpdate(
                        "INSERT INTO model_version (asset, number, trained_at, asked_by, cause, span_start, span_end,"
                                + " choice, longest_days, expected, observed, episodes, checked_windows, checked_readings,"
                                + " checked_fitted, checked_labels, checked_groups, leaks, imported, run) VALUES (:asset,"
                                + " :number, :trainedAt, :by, :cause, :spanStart, :spanEnd, :choice, :days, :expected,"
                                + " :observed, :episodes, :windows, :readings, :fitted, :labels, :groups, :leaks, :imported,"
                                + " :run)")
                .bind("asset", version.asset().value())
                .bind("number", version.number())
                .bind("trainedAt", version.trainedAt())
                .bind("by", version.by())
                .bind("cause", version.cause().name())
                .bind("spanStart", version.span().start())
                .bind("spanEnd", version.span().end())
                .bind("choice", version.choice())
                .bind("days", version.summary().longestDays())
                .bind("expected", version.summary().expected())
                .bind("observed", version.summary().observed())
                .bind("episodes", version.summary().episodes())
                .bind("windows", checked.windows())
                .bind("readings", checked.readings())
                .bind("fitted", checked.fitted())
                .bind("labels", checked.labels())
                .bind("groups", checked.groups())
                .bind("leaks", written(version.leakage().sentences()))
                .bind("imported", version.imported())
                .bind("run", version.run().map(RunId::value).orElse(null))
                .execute();
    }

    @Override
    public ModelEntry map(ResultSet row, StatementContext context) throws SQLException {
        String run = row.getString("run");
        return new ModelEntry(
                new AssetId(row.getString("asset")),
                row.getInt("number"),
                InstantColumns.get(row, "trained_at"),
                row.getString("asked_by"),
                RetrainCause.valueOf(row.getString("cause")),
                new TimeSpan(InstantColumns.get(row, "span_start"), InstantColumns.get(row, "span_end")),
                row.getString("choice"),
                new ModelSummary(
                        row.getDouble("longest_days"),
                        row.getDouble("expected"),
                        row.getLong("observed"),
                        row.getLong("episodes")),
                new LeakageVerdict(
                        new LeakageReport.Checked(
                                row.getInt("checked_windows"),
                                row.getInt("checked_readings"),
                                row.getInt("checked_fitted"),
                                row.getInt("checked_labels"),
                                row.getInt("checked_groups")),
                        read(row.getString("leaks"), new TypeReference<List<String>>() {})),
                row.getBoolean("imported"),
                run == null ? null : new RunId(run));
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of a model cannot be written as JSON", e);
        }
    }

    <T> T read(String text, TypeReference<T> type) throws SQLException {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new SQLException("a column of a model is not the JSON that was written: " + text, e);
        }
    }
}
