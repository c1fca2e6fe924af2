package dev.watchkeeper.engine.assistant.tool;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that the user wants done. It becomes a button, and nothing is done before that is clicked. */
public sealed interface Wish {
    /** One alarm is to be acknowledged. */
    record Acknowledge(AlarmRef alarm) implements Wish {}

    /**
     * All shown alarms are to be acknowledged.
     *
     * @param assetOrNull those of this asset; null for all
     */
    record AcknowledgeAll(@Nullable AssetId assetOrNull) implements Wish {}

    /** The source of an alarm is to be put on the shelf. */
    record Shelve(AlarmRef alarm, Duration length) implements Wish {}

    /** All alarms of an asset are to be put on the shelf. */
    record ShelveAsset(AssetId asset, Duration length) implements Wish {}

    /**
     * What is on the shelf is to be shown again.
     *
     * @param assetOrNull what is of this asset; null for all
     */
    record Unshelve(@Nullable AssetId assetOrNull) implements Wish {}

    /**
     * An asset's model is to be trained again.
     *
     * @param assetOrNull null where nobody said which
     */
    record Retrain(@Nullable AssetId assetOrNull) implements Wish {}

    /** A screen is to be opened. */
    record Open(Destination destination) implements Wish {}
}
