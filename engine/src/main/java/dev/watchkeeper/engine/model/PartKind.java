package dev.watchkeeper.engine.model;

import java.util.regex.Pattern;

/**
 * Which detector a part of a model is the memory of. Open on purpose: a program that does not know a kind can still read,
 * keep and pass on the model.
 *
 * @param code at most 32 of {@code a} to {@code z}, digits and hyphens; what stands in files and never changes
 */
public record PartKind(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,32}");

    /** Snapshots of {@link dev.watchkeeper.engine.detect.SensorWatch}; the subject is the sensor. */
    public static final PartKind NOVELTY = new PartKind("novelty");

    /**
     * Snapshots of {@link dev.watchkeeper.engine.detect.asset.AssetWatch}; the subject has the asset's name and
     * {@link dev.watchkeeper.engine.detect.asset.AssetWatch#WHOLE}.
     */
    public static final PartKind ASSET = new PartKind("asset");

    /** @throws IllegalArgumentException when the code is not well formed */
    public PartKind {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("kind of a model's part is not well formed: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
