package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.AssetId;

/** Names a rule: the asset and the name of its condition. Written as {@code P-101/pressure:high}. */
public record RuleId(AssetId asset, String name) implements Comparable<RuleId> {
    /** @throws IllegalArgumentException when the name is blank */
    public RuleId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a rule of " + asset + " has no name");
        }
    }

    public static RuleId of(Condition condition) {
        return new RuleId(condition.asset(), condition.name());
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when the text is not {@code asset/name}
     */
    public static RuleId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "a rule is written asset/name, such as P-101/pressure:high or P-101/anomaly: " + text);
        }
        return new RuleId(new AssetId(text.substring(0, slash)), text.substring(slash + 1));
    }

    /** Where the alarms of the rule come from. */
    public AlarmSource source() {
        return new AlarmSource(asset, name);
    }

    @Override
    public int compareTo(RuleId other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return asset.value() + "/" + name;
    }
}
