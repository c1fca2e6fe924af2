package dev.watchkeeper.engine.detect.rule;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that is to be watched from now on, in the place of one of the same name, or no longer.
 *
 * @param name of the condition
 * @param conditionOrNull null where it is no longer to be watched
 */
public record RuleUpdate(
        AssetId asset, String name, @Nullable Condition conditionOrNull) {
    /** @throws IllegalArgumentException when asset or name are not the condition's */
    public RuleUpdate {
        if (conditionOrNull != null
                && !(conditionOrNull.asset().equals(asset)
                        && conditionOrNull.name().equals(name))) {
            throw new IllegalArgumentException("condition " + conditionOrNull + " is not " + name + " of " + asset);
        }
    }

    public static RuleUpdate watch(Condition condition) {
        return new RuleUpdate(condition.asset(), condition.name(), condition);
    }

    public static RuleUpdate forget(AssetId asset, String name) {
        return new RuleUpdate(asset, name, null);
    }

    public Optional<Condition> condition() {
        return Optional.ofNullable(conditionOrNull);
    }
}
