package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** How an answer stands in a row of tables {@code label} and {@code label_change}. */
final class LabelRow implements RowMapper<Label> {
    static final String COLUMNS = "asset, sensors, span_start, span_end, alarm, kind, reason, given_by, given_at";
    static final String VALUES = ":asset, :sensors, :spanStart, :spanEnd, :alarm, :kind, :reason, :givenBy, :givenAt";

    private final ObjectMapper json;

    LabelRow(ObjectMapper json) {
        this.json = json;
    }

    <T extends SqlStatement<T>> T bind(T statement, Label label) {
        return statement
                .bind("asset", label.asset().value())
                .bind("sensors", written(label.sensors()))
                .bind("spanStart", label.span().start())
                .bind("spanEnd", label.span().end())
                .bind("alarm", label.alarm().map(AlarmId::value).orElse(null))
                .bind("kind", label.kind().name())
                .bind("reason", label.reason())
                .bind("givenBy", label.by())
                .bind("givenAt", label.at());
    }

    @Override
    public Label map(ResultSet row, StatementContext context) throws SQLException {
        return read(row);
    }

    Label read(ResultSet row) throws SQLException {
        AssetId asset = new AssetId(row.getString("asset"));
        String alarm = row.getString("alarm");
        return new Label(
                new LabelSubject(
                        asset,
                        sensors(asset, row.getString("sensors")),
                        new TimeSpan(InstantColumns.get(row, "span_start"), InstantColumns.get(row, "span_end")),
                        alarm == null ? null : new AlarmId(alarm)),
                LabelKind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("given_by"),
                InstantColumns.get(row, "given_at"));
    }

    private String written(List<SensorId> sensors) {
        try {
            return json.writeValueAsString(sensors.stream().map(SensorId::name).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names of sensors cannot be written as JSON", e);
        }
    }

    private List<SensorId> sensors(AssetId asset, String text) throws SQLException {
        try {
            return json.readValue(text, new TypeReference<List<String>>() {}).stream()
                    .map(name -> new SensorId(asset, name))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new SQLException("sensors of a label are not the JSON that was written: " + text, e);
        }
    }
}
