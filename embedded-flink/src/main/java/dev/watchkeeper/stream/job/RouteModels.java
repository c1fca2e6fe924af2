package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.wire.ModelCodec;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sends the chunks of models on to their assets; what is no chunk goes to {@link DetectionJob#REJECTS}. */
final class RouteModels extends ProcessFunction<RawRecord, Incoming> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    RouteModels(String topic) {
        this.topic = topic;
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Incoming> out) {
        try {
            out.collect(Incoming.model(ModelCodec.asset(raw.value), raw));
        } catch (WireException e) {
            Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
            context.output(DetectionJob.REJECTS, Outgoing.rejected(Refusal.of(e), topic, raw, now));
        }
    }
}
