package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Unit;
import java.util.List;

/**
 * What goes into a model and what comes out: a number for each sensor in, one score out.
 *
 * @param inputs at least one, in the order in which the asset's sensors are shown
 */
public record ModelSignature(List<Input> inputs) {
    /** What comes out: at least 0, the higher the stranger. */
    public static final String OUTPUT = "score";

    /** @throws IllegalArgumentException when there is no input */
    public ModelSignature {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a model without an input has no signature");
        }
    }

    /** All sensors of an asset. */
    public static ModelSignature of(Asset asset) {
        return new ModelSignature(asset.sensors().stream()
                .map(sensor -> new Input(sensor.id().name(), sensor.unit()))
                .toList());
    }

    /**
     * What a sensor says.
     *
     * @param sensor its name within the asset
     */
    public record Input(String sensor, Unit unit) {}
}
