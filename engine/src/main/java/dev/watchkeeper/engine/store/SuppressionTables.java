package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.alarm.SuppressionChange;
import dev.watchkeeper.engine.alarm.SuppressionTrigger;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What is suppressed in table {@code suppression}, and how that came about in {@code suppression_change}, which only grows. */
final class SuppressionTables {
    private SuppressionTables() {}

    static List<Suppression> standing(Handle handle) {
        return handle.createQuery("SELECT * FROM suppression ORDER BY since, asset, rule, slot")
                .map((row, context) -> new Suppression(
                        source(row),
                        Suppression.Kind.valueOf(row.getString("kind")),
                        row.getString("who"),
                        row.getString("why"),
                        InstantColumns.get(row, "since"),
                        InstantColumns.getOrNull(row, "until")))
                .list();
    }

    static List<SuppressionChange> changes(Handle handle, TimeSpan span) {
        return handle.createQuery("SELECT * FROM suppression_change WHERE at >= :start AND at < :end ORDER BY line")
                .bind("start", span.start())
                .bind("end", span.end())
                .map((row, context) -> change(row))
                .list();
    }

    static void write(Handle handle, List<SuppressionChange> changes) {
        for (SuppressionChange change : changes) {
            record(handle, change);
            put(handle, change);
        }
    }

    private static void record(Handle handle, SuppressionChange change) {
        Suppression now = change.nowOrNull();
        handle.createUpdate("INSERT INTO suppression_change (asset, rule, \"trigger\", who, why, at, kind, until)"
                        + " VALUES (:asset, :rule, :trigger, :who, :why, :at, :kind, :until)")
                .bind("asset", change.source().asset().value())
                .bind("rule", change.source().rule())
                .bind("trigger", change.trigger().name())
                .bind("who", change.by())
                .bind("why", change.why())
                .bind("at", change.at())
                .bind("kind", now == null ? null : now.kind().name())
                .bind("until", now == null ? null : now.untilOrNull())
                .execute();
    }

    private static void put(Handle handle, SuppressionChange change) {
        Suppression now = change.nowOrNull();
        if (now == null) {
            handle.createUpdate("DELETE FROM suppression WHERE asset = :asset AND rule = :rule AND slot = :slot")
                    .bind("asset", change.source().asset().value())
                    .bind("rule", change.source().rule())
                    .bind("slot", change.trigger().slot().name())
                    .execute();
            return;
        }
        handle.createUpdate("MERGE INTO suppression (asset, rule, slot, kind, who, why, since, until)"
                        + " KEY (asset, rule, slot) VALUES (:asset, :rule, :slot, :kind, :who, :why, :since, :until)")
                .bind("asset", now.source().asset().value())
                .bind("rule", now.source().rule())
                .bind("slot", now.kind().slot().name())
                .bind("kind", now.kind().name())
                .bind("who", now.by())
                .bind("why", now.why())
                .bind("since", now.since())
                .bind("until", now.untilOrNull())
                .execute();
    }

    private static SuppressionChange change(ResultSet row) throws SQLException {
        AlarmSource source = source(row);
        return new SuppressionChange(
                source,
                SuppressionTrigger.valueOf(row.getString("trigger")),
                row.getString("who"),
                row.getString("why"),
                InstantColumns.get(row, "at"),
                nowOrNull(row, source));
    }

    private static @Nullable Suppression nowOrNull(ResultSet row, AlarmSource source) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new Suppression(
                        source,
                        Suppression.Kind.valueOf(kind),
                        row.getString("who"),
                        row.getString("why"),
                        InstantColumns.get(row, "at"),
                        InstantColumns.getOrNull(row, "until"));
    }

    private static AlarmSource source(ResultSet row) throws SQLException {
        return new AlarmSource(new AssetId(row.getString("asset")), row.getString("rule"));
    }
}
