package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.live.KnownAssets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.wire.AssetCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes described assets known. A description that cannot be read is left to the job, which rejects it. */
public final class AssetFeed implements TopicTail.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(AssetFeed.class);

    private final KnownAssets assets;
    private final Consumer<Asset> described;

    /** @param described called after each asset that has been made known */
    public AssetFeed(KnownAssets assets, Consumer<Asset> described) {
        this.assets = assets;
        this.described = described;
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                Asset asset = AssetCodec.decode(record.value());
                assets.save(asset);
                described.accept(asset);
            } catch (WireException e) {
                LOG.debug("The description of an asset at offset {} is passed over", record.offset(), e);
            }
        }
    }
}
