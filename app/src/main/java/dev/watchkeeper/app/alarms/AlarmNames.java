package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Locale;

/** What the screen calls the sources of alarms. */
final class AlarmNames {
    private AlarmNames() {}

    /** An asset and its rule: {@code Pump 1, pressure high}; the asset alone where all its alarms are meant. */
    static String of(AlarmSource source, Assets assets) {
        String asset = AlarmList.label(assets, source.asset());
        return source.wholeAsset() ? asset + ", all alarms" : asset + ", " + rule(source.rule(), source, assets);
    }

    /** An asset and what its alarm is about: the leading sensor, else the rule. */
    static String of(dev.watchkeeper.engine.alarm.kpi.AlarmSource source, Assets assets) {
        String asset = AlarmList.label(assets, source.asset());
        AlarmSource own = new AlarmSource(source.asset(), source.rule());
        if (isOwn(source.rule())) {
            return asset + ", " + rule(source.rule(), own, assets);
        }
        return asset + ", "
                + source.sensor().map(id -> sensor(id, assets)).orElseGet(() -> rule(source.rule(), own, assets));
    }

    /** The name that people have for a sensor. */
    static String sensor(SensorId id, Assets assets) {
        return assets.find(id.asset())
                .flatMap((Asset known) -> known.sensor(id))
                .map(Sensor::label)
                .orElse(id.name());
    }

    /** Under which the rule stands that tunes a source: its own, or for a detector's alarms the asset's anomaly rule. */
    static RuleId ruleOf(dev.watchkeeper.engine.alarm.kpi.AlarmSource source) {
        return new RuleId(source.asset(), isOwn(source.rule()) ? source.rule() : Condition.Anomaly.NAME);
    }

    /** Whether a rule raises alarms under its own name, rather than a detector. */
    private static boolean isOwn(String rule) {
        return rule.contains(":") || rule.equals(Condition.Drift.NAME);
    }

    private static String rule(String rule, AlarmSource source, Assets assets) {
        int colon = rule.lastIndexOf(':');
        if (colon < 0) {
            return rule.equals(Condition.Drift.NAME) ? "drift" : "unusual pattern";
        }
        SensorId sensor = new SensorId(source.asset(), rule.substring(0, colon));
        return sensor(sensor, assets) + " "
                + rule.substring(colon + 1).replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
