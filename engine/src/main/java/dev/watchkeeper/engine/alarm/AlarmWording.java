package dev.watchkeeper.engine.alarm;

import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an alarm tells the operator, in plain words and with the labels of the screens. Thread-safe as its assets are. */
final class AlarmWording {
    /** Sensors are named until their shares add up to this. */
    private static final double EXPLAINED = 0.6;

    private static final int MOST_NAMED = 2;

    private final Assets assets;
    private final Duration usualTimeToRespond;

    AlarmWording(Assets assets, Duration usualTimeToRespond) {
        this.assets = assets;
        this.usualTimeToRespond = usualTimeToRespond;
    }

    /** One line such as "Discharge pressure of P-101 left its usual pattern". */
    String message(Detection detection) {
        List<String> leading = leading(detection);
        String asset = assetLabel(detection);
        if (detection.rule().equals(DriftAlarms.RULE)) {
            return DriftWording.message(joined(leading), asset);
        }
        if (leading.isEmpty()) {
            return asset + " left its usual pattern";
        }
        return joined(leading) + " of " + asset + " left " + (leading.size() == 1 ? "its" : "their") + " usual pattern";
    }

    /** That of the first leading sensor that has some; else what helps with any sensor. */
    Guidance guidance(Detection detection) {
        if (detection.rule().equals(DriftAlarms.RULE)) {
            return DriftWording.guidance(joined(leading(detection)), assetLabel(detection));
        }
        return detection.contributions().stream()
                .limit(Math.max(1, leading(detection).size()))
                .flatMap(contribution -> sensor(contribution.sensor()).guidance().stream())
                .findFirst()
                .orElseGet(() -> usualGuidance(detection));
    }

    private Guidance usualGuidance(Detection detection) {
        List<String> leading = leading(detection);
        String what = leading.isEmpty() ? "the readings" : joined(leading);
        String asset = assetLabel(detection);
        return new Guidance(
                "Nothing like it is found in the past of " + what + ": another way of operating " + asset
                        + ", a fault that begins, or a sensor that measures wrongly.",
                "A fault that begins may grow until " + asset + " trips or is damaged; how fast is not known.",
                "Compare the trend of " + what + " with an hour before. If the other sensors of " + asset
                        + " do not follow, check the sensor; if they do, check " + asset
                        + " on site. Acknowledge with what you found.",
                usualTimeToRespond);
    }

    private List<String> leading(Detection detection) {
        List<String> labels = new ArrayList<>();
        double explained = 0;
        for (Contribution contribution : detection.contributions()) {
            if (explained >= EXPLAINED || labels.size() == MOST_NAMED) {
                break;
            }
            labels.add(sensor(contribution.sensor()).label());
            explained += contribution.share();
        }
        return labels;
    }

    private Sensor sensor(SensorId id) {
        return assets.find(id.asset()).flatMap(asset -> asset.sensor(id)).orElseGet(() -> Sensor.named(id));
    }

    private String assetLabel(Detection detection) {
        return assets.find(detection.asset())
                .map(Asset::label)
                .orElse(detection.asset().value());
    }

    private static String joined(List<String> labels) {
        int last = labels.size() - 1;
        if (last < 0) {
            return "a sensor";
        }
        return last == 0 ? labels.get(0) : String.join(", ", labels.subList(0, last)) + " and " + labels.get(last);
    }
}
