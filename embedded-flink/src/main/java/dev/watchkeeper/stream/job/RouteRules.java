package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.wire.RuleCodec;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sends updates of rules on to their assets; what is no such update goes to {@link DetectionJob#REJECTS}. */
final class RouteRules extends ProcessFunction<RawRecord, Incoming> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    RouteRules(String topic) {
        this.topic = topic;
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Incoming> out) {
        try {
            out.collect(Incoming.rule(RuleCodec.decode(raw.value).asset(), raw));
        } catch (WireException e) {
            Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
            context.output(DetectionJob.REJECTS, Outgoing.rejected(Refusal.of(e), topic, raw, now));
        }
    }
}
