package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.wire.DetectionRecord;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Where goes what the job makes of one element. Not to be kept beyond that. */
record Outlets(Collector<Outgoing> scores, BiConsumer<OutputTag<Outgoing>, Outgoing> others) {
    void score(ScoredReading scored) {
        scores.collect(Outgoing.score(scored));
    }

    void detection(DetectionRecord detection) {
        others.accept(DetectionJob.DETECTIONS, Outgoing.detection(detection));
    }

    void drift(DriftReport report) {
        others.accept(DetectionJob.DRIFT, Outgoing.drift(report));
    }

    void news(DeploymentNews news) {
        others.accept(DetectionJob.DEPLOYMENTS, Outgoing.news(news));
    }

    /**
     * A record that is not taken in.
     *
     * @param topic where it lay
     */
    void rejected(Refusal refusal, String topic, RawRecord raw, Instant now) {
        others.accept(DetectionJob.REJECTS, Outgoing.rejected(refusal, topic, raw, now));
    }
}
