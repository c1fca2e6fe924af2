package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;

/** Something that can be done for the user. */
public sealed interface Act {
    /** Acknowledges an alarm. */
    record Acknowledge(AlarmId alarm) implements Act {}

    /** Acknowledges all shown alarms of an asset. */
    record AcknowledgeAll(AssetId asset) implements Act {}

    /** Puts a source on the shelf, from the click on. */
    record Shelve(AlarmSource source, Duration length) implements Act {}

    /** Shows the alarms of a source again. */
    record Unshelve(AlarmSource source) implements Act {}

    /** Trains the model of an asset again. */
    record Retrain(AssetId asset) implements Act {}

    /** Opens a screen; changes nothing. */
    record Open(Destination destination) implements Act {}

    /** Whether it changes the state of the plant's alarms or models. */
    default boolean changes() {
        return !(this instanceof Open);
    }
}
