package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.live.DeviceBook;
import dev.watchkeeper.engine.live.DeviceChange;
import dev.watchkeeper.engine.live.DeviceEpisode;
import dev.watchkeeper.engine.live.DeviceState;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What devices went through, in table {@code device_change}, which only grows. */
final class H2DeviceBook implements DeviceBook {
    /** Each line with the beginning of the next one of its sensor. */
    private static final String WITH_ENDS = "SELECT asset, sensor, state, since, why, action, LEAD(since) OVER"
            + " (PARTITION BY asset, sensor ORDER BY line) AS until, LEAD(line) OVER (PARTITION BY asset, sensor"
            + " ORDER BY line) AS next, line FROM device_change";

    private final Jdbi jdbi;

    H2DeviceBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void append(Collection<DeviceChange> changes) {
        jdbi.useTransaction(handle -> {
            for (DeviceChange change : changes) {
                handle.createUpdate("INSERT INTO device_change (asset, sensor, state, since, why, action)"
                                + " VALUES (:asset, :sensor, :state, :since, :why, :action)")
                        .bind("asset", change.sensor().asset().value())
                        .bind("sensor", change.sensor().name())
                        .bind("state", change.state().name())
                        .bind("since", change.since())
                        .bind("why", change.why())
                        .bind("action", change.action())
                        .execute();
            }
        });
    }

    @Override
    public List<DeviceStatus> standing() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM (" + WITH_ENDS
                        + ") WHERE next IS NULL AND state <> :good ORDER BY asset, sensor")
                .bind("good", DeviceState.GOOD.name())
                .map((row, context) -> status(row))
                .list());
    }

    @Override
    public List<DeviceEpisode> episodes(TimeSpan span, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM (" + WITH_ENDS
                        + ") WHERE state <> :good AND since < :end AND (until IS NULL OR until > :start)"
                        + " ORDER BY since DESC, line DESC FETCH FIRST :most ROWS ONLY")
                .bind("good", DeviceState.GOOD.name())
                .bind("start", span.start())
                .bind("end", span.end())
                .bind("most", most)
                .map((row, context) -> new DeviceEpisode(status(row), InstantColumns.getOrNull(row, "until")))
                .list());
    }

    private static DeviceStatus status(ResultSet row) throws SQLException {
        return new DeviceStatus(
                new SensorId(new AssetId(row.getString("asset")), row.getString("sensor")),
                DeviceState.valueOf(row.getString("state")),
                InstantColumns.get(row, "since"),
                row.getString("why"),
                row.getString("action"));
    }
}
