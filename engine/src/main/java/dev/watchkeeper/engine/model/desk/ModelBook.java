package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where versions, decisions and the record of them are kept. Thread-safe, for several processes at once. What a method wrote
 * survives the end of the process when it returns: all of it, or on failure nothing.
 */
public interface ModelBook {
    /** The versions of an asset, the newest first. */
    List<ModelEntry> versions(AssetId asset);

    Optional<ModelEntry> version(AssetId asset, int number);

    /** Of every asset about which something was decided. */
    List<Standing> standings();

    /** Of every asset for which a policy was set. */
    Map<AssetId, RetrainPolicy> policies();

    /** The newest lines of an asset's record, the newest first, at most {@code most}. */
    List<AuditEntry> audit(AssetId asset, int most);

    /** Adds a line. */
    void note(AuditEntry entry);

    /** Adds a version that has no role yet. */
    void add(ModelEntry version, AuditEntry entry);

    /** Adds a version and what was decided of it. */
    void add(ModelEntry version, Standing standing, List<AuditEntry> entries);

    void decide(Standing standing, AuditEntry entry);

    void setPolicy(AssetId asset, RetrainPolicy policy, AuditEntry entry);
}
