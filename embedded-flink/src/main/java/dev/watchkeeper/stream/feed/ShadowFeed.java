package dev.watchkeeper.stream.feed;

import dev.watchkeeper.engine.model.deploy.DeploymentListener;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.wire.DeploymentCodec;
import dev.watchkeeper.engine.wire.WireException;
import dev.watchkeeper.stream.topic.TopicTail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the job tells of its models to a listener; of what a batch holds of one asset and kind, the newest alone. To be
 * followed from the beginning of the topic, which keeps the newest of each.
 */
public final class ShadowFeed implements TopicTail.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowFeed.class);

    private final DeploymentListener listener;

    public ShadowFeed(DeploymentListener listener) {
        this.listener = listener;
    }

    @Override
    public void handle(List<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, DeploymentNews> newest = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                DeploymentNews news = DeploymentCodec.decode(record.value());
                String key = DeploymentCodec.key(news);
                newest.remove(key);
                newest.put(key, news);
            } catch (WireException e) {
                LOG.warn("News of a model at offset {} of {} is passed over", record.offset(), record.topic(), e);
            }
        }
        newest.values().forEach(listener::told);
    }
}
