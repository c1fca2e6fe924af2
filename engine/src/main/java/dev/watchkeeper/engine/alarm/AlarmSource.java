package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.signal.AssetId;

/**
 * Where alarms come from: a rule on an asset, or all rules on it. What is shelved, suppressed or taken out of service is a
 * source, so that it also counts for the alarms that the source is yet to raise.
 *
 * @param rule the rule's name as an {@link Alarm} bears it; empty for all rules
 */
public record AlarmSource(AssetId asset, String rule) {
    /** All alarms of an asset. */
    public static AlarmSource all(AssetId asset) {
        return new AlarmSource(asset, "");
    }

    /** The one that raised an alarm. */
    public static AlarmSource of(Alarm alarm) {
        return new AlarmSource(alarm.asset(), alarm.rule());
    }

    public boolean wholeAsset() {
        return rule.isEmpty();
    }

    /** Whether it raises what another raises. */
    public boolean covers(AlarmSource other) {
        return asset.equals(other.asset) && (wholeAsset() || rule.equals(other.rule));
    }

    @Override
    public String toString() {
        return wholeAsset() ? asset + " (all alarms)" : asset + " (" + rule + ")";
    }
}
