package dev.watchkeeper.engine.wire;

import dev.watchkeeper.engine.signal.AssetId;

/**
 * A record of the models topic, which is compacted. Records of one asset belong into one partition, in the order in which
 * they were made.
 *
 * @param asset what the partition is chosen by
 * @param key the asset's name and the role with a slash between for the first record of an update, with a slash and a number
 *     behind for each that follows
 * @param value the bytes; the holder must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between codec and producer that nobody compares
public record ModelRecord(AssetId asset, String key, byte[] value) {}
