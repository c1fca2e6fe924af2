package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Handling;
import dev.watchkeeper.engine.alarm.Suppression;
import dev.watchkeeper.engine.signal.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the handling of an alarm stands in columns {@code owner} and {@code suppressions} of table {@code alarm}. */
final class HandlingColumns {
    private final ObjectMapper json;

    HandlingColumns(ObjectMapper json) {
        this.json = json;
    }

    @Nullable String suppressions(Handling handling) {
        if (!handling.suppressed()) {
            return null;
        }
        try {
            return json.writeValueAsString(
                    handling.suppressions().stream().map(Kept::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("suppressions cannot be written as JSON", e);
        }
    }

    Handling read(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        String text = row.getString("suppressions");
        if (text == null) {
            return owner == null ? Handling.NONE : new Handling(List.of(), owner);
        }
        AssetId asset = new AssetId(row.getString("asset"));
        try {
            List<Suppression> suppressions = json.readValue(text, new TypeReference<List<Kept>>() {}).stream()
                    .map(kept -> kept.suppression(asset))
                    .toList();
            return new Handling(suppressions, owner);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SQLException("suppressions are not the JSON that was written: " + text, e);
        }
    }

    /** A suppression of the alarm's asset as JSON has it. */
    record Kept(
            String rule,
            Suppression.Kind kind,
            String by,
            String why,
            Instant since,
            @Nullable Instant until) {
        static Kept of(Suppression one) {
            return new Kept(one.source().rule(), one.kind(), one.by(), one.why(), one.since(), one.untilOrNull());
        }

        Suppression suppression(AssetId asset) {
            return new Suppression(new AlarmSource(asset, rule), kind, by, why, since, until);
        }
    }
}
