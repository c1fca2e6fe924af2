package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.assistant.tool.AlarmRef;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.assistant.tool.Wish;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for what a user wants done. Only a demand counts: {@code shelve it} and {@code can you acknowledge that}, not
 * {@code how do I shelve} and not {@code was it acknowledged}.
 */
final class Acts {
    private static final String POLITE =
            "(?:(?:please|can you|could you|would you|will you|i want to|i would like to|i need to|let us|let me|just|now|ok|okay|and|then|go ahead and|also|kindly|want to|i want you to) )*";
    private static final Duration USUAL_SHELF = Duration.ofHours(1);

    private final Intents intents;

    Acts(Intents intents) {
        this.intents = intents;
    }

    Optional<ToolCall> read(Reading reading) {
        return wish(reading, reading.newest(), reading.assetOrNull()).map(ToolCall.Propose::new);
    }

    /**
     * What is wanted.
     *
     * @param alarm the alarm that is meant where one is
     * @param assetOrNull the asset that is meant; null where none is
     */
    Optional<Wish> wish(Reading reading, AlarmRef alarm, @Nullable AssetId assetOrNull) {
        boolean several = reading.has("all|every|everything|alarms|alerts|them");
        boolean one = reading.has("alarm|alert|it|this|that|one");
        if (reading.is(POLITE + "(?:acknowledge|ack|confirm|accept)\\b.*")) {
            return Optional.of(
                    several || (!one && assetOrNull != null && reading.sensors().isEmpty())
                            ? new Wish.AcknowledgeAll(assetOrNull)
                            : new Wish.Acknowledge(alarm));
        }
        if (reading.is(
                POLITE
                        + "(?:unshelve|unmute|unsuppress|(?:take|get) .*off the shelf|put .*back|end the shel(?:f|ving))\\b.*")) {
            return Optional.of(new Wish.Unshelve(assetOrNull));
        }
        if (reading.is(
                POLITE
                        + "(?:shelve|snooze|silence|mute|hide|suppress|quiet|quieten|hush|pause|put .*on the shelf|put .*to sleep)\\b.*")) {
            Duration length = reading.lengthOrNull() == null ? USUAL_SHELF : reading.lengthOrNull();
            return Optional.of(
                    assetOrNull != null && reading.sensors().isEmpty() && (several || !one)
                            ? new Wish.ShelveAsset(assetOrNull, length)
                            : new Wish.Shelve(alarm, length));
        }
        if (reading.is(
                POLITE
                        + "(?:retrain|train|relearn|(?:start|begin|run|kick off|order) (?:a |an |the )?(?:new )?(?:re)?training)\\b.*")) {
            return Optional.of(new Wish.Retrain(assetOrNull));
        }
        return open(reading, alarm, assetOrNull);
    }

    private Optional<Wish> open(Reading reading, AlarmRef alarm, @Nullable AssetId assetOrNull) {
        boolean verb = reading.is(POLITE
                + "(?:open|go to|goto|take me to|bring (?:me to|up)|jump to|navigate to|switch to|lead me to)\\b.*");
        boolean screen = reading.is(POLITE + "(?:show|display) .*(?:screen|page|tab)");
        if (!verb && !screen) {
            return Optional.empty();
        }
        return Optional.of(new Wish.Open(destination(reading, alarm, assetOrNull)));
    }

    private Destination destination(Reading reading, AlarmRef alarm, @Nullable AssetId assetOrNull) {
        if (reading.has("models?|champion|challenger|drift|training")) {
            return new Destination.Models(assetOrNull);
        } else if (reading.has("settings?|preferences|configuration|channels|recipients")) {
            return new Destination.Settings();
        } else if (reading.has("pipeline|kafka|flink|stream")) {
            return new Destination.Pipeline();
        } else if (reading.has("kpis?|figures|bad actors")) {
            return new Destination.Kpis();
        } else if (reading.has("alarms|alerts|alarm (list|screen|page)")) {
            return new Destination.AlarmList();
        } else if (reading.has("alarm|alert|it|this|that") && alarm instanceof AlarmRef.ById one) {
            return new Destination.OneAlarm(one.id());
        } else if (reading.has("alarm|alert")) {
            return new Destination.AlarmList();
        } else if (!reading.sensors().isEmpty()) {
            return new Destination.Trends(reading.sensors(), reading.spanOrNull());
        } else if (assetOrNull != null) {
            return new Destination.Trends(intents.sensorsOf(assetOrNull), reading.spanOrNull());
        } else if (reading.has("trends?|charts?|history")) {
            return new Destination.Trends(reading.sensors(), reading.spanOrNull());
        }
        return new Destination.Overview();
    }
}
