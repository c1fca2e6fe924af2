package dev.watchkeeper.engine.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.ModelBook;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import dev.watchkeeper.engine.model.desk.Standing;
import dev.watchkeeper.engine.signal.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Models in tables {@code model_version}, {@code model_standing}, {@code model_policy} and {@code model_audit}. */
final class H2ModelBook implements ModelBook {
    private final Jdbi jdbi;
    private final ModelRow row;

    H2ModelBook(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        row = new ModelRow(json);
    }

    @Override
    public List<ModelEntry> versions(AssetId asset) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM model_version WHERE asset = :asset ORDER BY number DESC")
                        .bind("asset", asset.value())
                        .map(row)
                        .list());
    }

    @Override
    public Optional<ModelEntry> version(AssetId asset, int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM model_version WHERE asset = :asset AND number = :number")
                        .bind("asset", asset.value())
                        .bind("number", number)
                        .map(row)
                        .findOne());
    }

    @Override
    public List<Standing> standings() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM model_standing ORDER BY asset")
                .map((standing, context) -> standing(standing))
                .list());
    }

    @Override
    public Map<AssetId, RetrainPolicy> policies() {
        Map<AssetId, RetrainPolicy> policies = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("SELECT * FROM model_policy ORDER BY asset")
                .map((policy, context) -> Map.entry(
                        new AssetId(policy.getString("asset")),
                        row.read(policy.getString("json"), new TypeReference<RetrainPolicy>() {})))
                .forEach(entry -> policies.put(entry.getKey(), entry.getValue())));
        return policies;
    }

    @Override
    public List<AuditEntry> audit(AssetId asset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM model_audit WHERE asset = :asset ORDER BY line DESC FETCH FIRST :most ROWS ONLY")
                .bind("asset", asset.value())
                .bind("most", most)
                .map((entry, context) -> new AuditEntry(
                        new AssetId(entry.getString("asset")),
                        InstantColumns.get(entry, "at"),
                        entry.getString("who"),
                        AuditEntry.Action.valueOf(entry.getString("action")),
                        entry.getInt("from_number"),
                        entry.getInt("to_number"),
                        entry.getString("note")))
                .list());
    }

    @Override
    public void note(AuditEntry entry) {
        jdbi.useHandle(handle -> note(handle, entry));
    }

    @Override
    public void add(ModelEntry version, AuditEntry entry) {
        jdbi.useTransaction(handle -> {
            row.insert(handle, version);
            note(handle, entry);
        });
    }

    @Override
    public void add(ModelEntry version, Standing standing, List<AuditEntry> entries) {
        jdbi.useTransaction(handle -> {
            row.insert(handle, version);
            decide(handle, standing);
            entries.forEach(entry -> note(handle, entry));
        });
    }

    @Override
    public void decide(Standing standing, AuditEntry entry) {
        jdbi.useTransaction(handle -> {
            decide(handle, standing);
            note(handle, entry);
        });
    }

    @Override
    public void setPolicy(AssetId asset, RetrainPolicy policy, AuditEntry entry) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("MERGE INTO model_policy (asset, json) KEY (asset) VALUES (:asset, :json)")
                    .bind("asset", asset.value())
                    .bind("json", row.written(policy))
                    .execute();
            note(handle, entry);
        });
    }

    private void decide(Handle handle, Standing standing) {
        handle.createUpdate("MERGE INTO model_standing (asset, champion, champion_since, previous, challenger,"
                        + " challenger_since) KEY (asset) VALUES (:asset, :champion, :championSince, :previous,"
                        + " :challenger, :challengerSince)")
                .bind("asset", standing.asset().value())
                .bind("champion", standing.champion().number())
                .bind("championSince", standing.champion().since())
                .bind("previous", row.written(standing.previous()))
                .bind("challenger", standing.challenger().number())
                .bind("challengerSince", standing.challenger().since())
                .execute();
    }

    private static void note(Handle handle, AuditEntry entry) {
        handle.createUpdate("INSERT INTO model_audit (asset, at, who, action, from_number, to_number, note)"
                        + " VALUES (:asset, :at, :who, :action, :from, :to, :note)")
                .bind("asset", entry.asset().value())
                .bind("at", entry.at())
                .bind("who", entry.who())
                .bind("action", entry.action().name())
                .bind("from", entry.from())
                .bind("to", entry.to())
                .bind("note", entry.note())
                .execute();
    }

    private Standing standing(ResultSet standing) throws SQLException {
        return new Standing(
                new AssetId(standing.getString("asset")),
                new Standing.Place(standing.getInt("champion"), InstantColumns.get(standing, "champion_since")),
                row.read(standing.getString("previous"), new TypeReference<List<Integer>>() {}),
                new Standing.Place(standing.getInt("challenger"), InstantColumns.get(standing, "challenger_since")));
    }
}
