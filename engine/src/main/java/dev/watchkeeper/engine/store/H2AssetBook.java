package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.live.AssetBook;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Running;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Unit;
import dev.watchkeeper.engine.signal.ValueRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Assets and their sensors in tables {@code asset} and {@code sensor}. */
final class H2AssetBook implements AssetBook {
    private final Jdbi jdbi;

    H2AssetBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Asset> all() {
        return jdbi.inTransaction(handle -> {
            Map<AssetId, List<Sensor>> sensors = sensors(handle);
            return handle.createQuery("SELECT * FROM asset")
                    .map((row, context) -> {
                        AssetId id = new AssetId(row.getString("id"));
                        return new Asset(
                                id,
                                row.getString("label"),
                                row.getString("area"),
                                sensors.getOrDefault(id, List.of()),
                                runningOrNull(id, row));
                    })
                    .list();
        });
    }

    private static Map<AssetId, List<Sensor>> sensors(Handle handle) {
        Map<AssetId, List<Sensor>> byAsset = new HashMap<>();
        handle.createQuery("SELECT * FROM sensor ORDER BY asset, place")
                .map((row, context) -> sensor(row))
                .forEach(sensor -> byAsset.computeIfAbsent(sensor.id().asset(), asset -> new ArrayList<>())
                        .add(sensor));
        return byAsset;
    }

    @Override
    public void save(Asset asset) {
        jdbi.useTransaction(handle -> {
            Running running = asset.runningOrNull();
            handle.createUpdate(
                            "MERGE INTO asset (id, label, area, running_sensor, running_at_least, running_after) KEY (id)"
                                    + " VALUES (:id, :label, :area, :sensor, :least, :after)")
                    .bind("id", asset.id().value())
                    .bind("label", asset.label())
                    .bind("area", asset.area())
                    .bind("sensor", running == null ? null : running.sensor().name())
                    .bind("least", running == null ? null : running.atLeast())
                    .bind(
                            "after",
                            running == null ? null : running.stoppedAfter().toString())
                    .execute();
            handle.createUpdate("DELETE FROM sensor WHERE asset = :id")
                    .bind("id", asset.id().value())
                    .execute();
            if (!asset.sensors().isEmpty()) {
                insert(handle, asset.sensors());
            }
        });
    }

    private static void insert(Handle handle, List<Sensor> sensors) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO sensor"
                + " (asset, name, place, label, unit, cause, consequence, action, time_to_respond, range_low, range_high) VALUES"
                + " (:asset, :name, :place, :label, :unit, :cause, :consequence, :action, :time, :low, :high)");
        for (int place = 0; place < sensors.size(); place++) {
            Sensor sensor = sensors.get(place);
            Guidance guidance = sensor.guidanceOrNull();
            ValueRange range = sensor.rangeOrNull();
            batch.bind("asset", sensor.id().asset().value())
                    .bind("name", sensor.id().name())
                    .bind("place", place)
                    .bind("label", sensor.label())
                    .bind("unit", sensor.unit().symbol())
                    .bind("cause", guidance == null ? null : guidance.cause())
                    .bind("consequence", guidance == null ? null : guidance.consequence())
                    .bind("action", guidance == null ? null : guidance.action())
                    .bind(
                            "time",
                            guidance == null ? null : guidance.timeToRespond().toString())
                    .bind("low", range == null ? null : range.low())
                    .bind("high", range == null ? null : range.high())
                    .add();
        }
        batch.execute();
    }

    @Override
    public void remove(AssetId id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM asset WHERE id = :id")
                .bind("id", id.value())
                .execute());
    }

    private static Sensor sensor(ResultSet row) throws SQLException {
        return new Sensor(
                new SensorId(new AssetId(row.getString("asset")), row.getString("name")),
                row.getString("label"),
                new Unit(row.getString("unit")),
                guidanceOrNull(row),
                rangeOrNull(row));
    }

    private static @Nullable Running runningOrNull(AssetId asset, ResultSet row) throws SQLException {
        String sensor = row.getString("running_sensor");
        return sensor == null
                ? null
                : new Running(
                        new SensorId(asset, sensor),
                        row.getDouble("running_at_least"),
                        Duration.parse(row.getString("running_after")));
    }

    private static @Nullable ValueRange rangeOrNull(ResultSet row) throws SQLException {
        double low = row.getDouble("range_low");
        return row.wasNull() ? null : new ValueRange(low, row.getDouble("range_high"));
    }

    private static @Nullable Guidance guidanceOrNull(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        if (cause == null) {
            return null;
        }
        return new Guidance(
                cause,
                row.getString("consequence"),
                row.getString("action"),
                Duration.parse(row.getString("time_to_respond")));
    }
}
