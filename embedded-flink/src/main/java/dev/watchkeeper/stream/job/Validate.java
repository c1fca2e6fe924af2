package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.intake.ReadingRules;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.wire.ReadingCodec;
import dev.watchkeeper.engine.wire.ReadingRecord;
import dev.watchkeeper.engine.wire.StreamRecord;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Reads raw records; what cannot be read or is not plausible goes to {@link DetectionJob#REJECTS}, byte for byte. */
final class Validate extends ProcessFunction<RawRecord, Incoming> {
    private static final long serialVersionUID = 1L;

    private final String topic;

    Validate(String topic) {
        this.topic = topic;
    }

    @Override
    public void processElement(RawRecord raw, Context context, Collector<Incoming> out) {
        Instant now = Instant.ofEpochMilli(context.timerService().currentProcessingTime());
        try {
            StreamRecord record = ReadingCodec.decode(raw.value);
            Optional<Refusal> refusal = record instanceof ReadingRecord reading
                    ? ReadingRules.USUAL.check(reading.reading(), now)
                    : Optional.empty();
            if (refusal.isPresent()) {
                reject(refusal.get(), raw, now, context);
            } else {
                out.collect(Incoming.of(record, raw.partition, raw.offset));
            }
        } catch (WireException e) {
            reject(Refusal.of(e), raw, now, context);
        }
    }

    private void reject(Refusal refusal, RawRecord raw, Instant now, Context context) {
        context.output(DetectionJob.REJECTS, Outgoing.rejected(refusal, topic, raw, now));
    }
}
