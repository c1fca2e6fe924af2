package dev.watchkeeper.app.rules;

import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Guidance;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.StringProperty;

/** Fills in cause, consequence, action and time from what is described of the sensor; what somebody typed stays. UI thread. */
final class GuidancePrefill {
    private final Assets assets;
    private final Map<RuleField, String> filled = new EnumMap<>(RuleField.class);

    GuidancePrefill(Assets assets) {
        this.assets = assets;
    }

    /** @param texts of the form; only empty ones, and those that were filled in before, are changed */
    void fill(RuleKind kind, String asset, String sensor, Function<RuleField, StringProperty> texts) {
        Map<RuleField, String> next = new EnumMap<>(RuleField.class);
        guidance(kind, asset, sensor).ifPresent(guidance -> {
            next.put(RuleField.CAUSE, guidance.cause());
            next.put(RuleField.CONSEQUENCE, guidance.consequence());
            next.put(RuleField.ACTION, guidance.action());
            next.put(RuleField.TIME_TO_RESPOND, DurationText.written(guidance.timeToRespond()));
        });
        for (RuleField field :
                new RuleField[] {RuleField.CAUSE, RuleField.CONSEQUENCE, RuleField.ACTION, RuleField.TIME_TO_RESPOND}) {
            StringProperty text = texts.apply(field);
            if (text.get().isBlank() || text.get().equals(filled.get(field))) {
                String put = next.getOrDefault(field, "");
                text.set(put);
                filled.put(field, put);
            }
        }
    }

    /** The sensor's own; of a rule about the asset that of its first sensor that has one. */
    private Optional<Guidance> guidance(RuleKind kind, String asset, String sensor) {
        Optional<Asset> found = assets.all().stream()
                .filter(each -> each.id().value().equals(asset))
                .findFirst();
        return found.flatMap(each -> each.sensors().stream()
                .filter(own -> !kind.ofSensor() || own.id().name().equals(sensor))
                .flatMap(own -> own.guidance().stream())
                .findFirst());
    }
}
