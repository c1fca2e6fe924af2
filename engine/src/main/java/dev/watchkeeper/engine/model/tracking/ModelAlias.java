package dev.watchkeeper.engine.model.tracking;

import java.util.Locale;

/** What a model version is to its asset. At most one version of an asset has an alias. */
public enum ModelAlias {
    /** Watches the asset. */
    CHAMPION,
    /** Runs in the champion's shadow. */
    CHALLENGER;

    /** As it stands in a registry: {@code champion}, {@code challenger}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
