package dev.watchkeeper.stream.job;

import dev.watchkeeper.stream.topic.Topics;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/**
 * The detection job, as a function of its sources and sinks: raw records → valid readings → by asset, in the order of
 * event time → scores and detections. Models and rules come by asset as well,
 * between two readings. What cannot be used goes to a sink
 * of its own.
 *
 * <p>Sinks get every record at least once: after a restart the same readings give the same scores and the same detection
 * ids again.
 */
public final class DetectionJob {
    /** What the job is called. */
    public static final String NAME = "Watchkeeper detection";
    /** The job's id on an embedded cluster, by which its checkpoints are found again. */
    public static final JobID ID = new JobID(0x57617463686b6565L, 0x7065722d64657465L);

    static final OutputTag<Outgoing> REJECTS = new OutputTag<>("rejects", TypeInformation.of(Outgoing.class));
    static final OutputTag<Outgoing> DETECTIONS = new OutputTag<>("detections", TypeInformation.of(Outgoing.class));

    static final OutputTag<Outgoing> DEPLOYMENTS = new OutputTag<>("deployments", TypeInformation.of(Outgoing.class));

    static final OutputTag<Outgoing> DRIFT = new OutputTag<>("drift", TypeInformation.of(Outgoing.class));

    private DetectionJob() {}

    /**
     * Where the job reads.
     *
     * @param readings records of the readings topic
     * @param assets records of the assets topic, from its beginning
     * @param models records of the models topic, from its beginning, those of an asset in order
     * @param rules records of the rules topic, from its beginning, those of an asset and condition in order
     */
    public record Sources(
            Source<RawRecord, ?, ?> readings,
            Source<RawRecord, ?, ?> assets,
            Source<RawRecord, ?, ?> models,
            Source<RawRecord, ?, ?> rules) {}

    /** Where the job writes. */
    public record Sinks(
            Sink<Outgoing> scores,
            Sink<Outgoing> detections,
            Sink<Outgoing> drift,
            Sink<Outgoing> deployments,
            Sink<Outgoing> rejects) {}

    /** Adds the job to an environment. */
    public static void define(
            StreamExecutionEnvironment environment,
            DetectionSettings settings,
            Topics topics,
            Sources sources,
            Sinks sinks) {
        SingleOutputStreamOperator<Incoming> valid = environment
                .fromSource(sources.readings(), WatermarkStrategy.noWatermarks(), "readings")
                .uid("readings")
                .process(new Validate(topics.readings()))
                .name("validate")
                .uid("validate");
        BroadcastStream<RawRecord> assets = environment
                .fromSource(sources.assets(), WatermarkStrategy.noWatermarks(), "assets")
                .uid("assets")
                .setParallelism(1)
                .broadcast(Watch.DESCRIBED);
        SingleOutputStreamOperator<Incoming> models = environment
                .fromSource(sources.models(), WatermarkStrategy.noWatermarks(), "models")
                .uid("models")
                .setParallelism(1)
                .process(new RouteModels(topics.models()))
                .name("route models")
                .uid("route-models")
                .setParallelism(1);
        SingleOutputStreamOperator<Incoming> rules = environment
                .fromSource(sources.rules(), WatermarkStrategy.noWatermarks(), "rules")
                .uid("rules")
                .setParallelism(1)
                .process(new RouteRules(topics.rules()))
                .name("route rules")
                .uid("route-rules")
                .setParallelism(1);
        SingleOutputStreamOperator<Outgoing> scores = valid.union(models, rules)
                .keyBy(incoming -> incoming.asset)
                .connect(assets)
                .process(new Watch(settings, topics))
                .name("watch")
                .uid("watch");
        scores.sinkTo(sinks.scores()).name("scores").uid("scores");
        scores.getSideOutput(DETECTIONS)
                .sinkTo(sinks.detections())
                .name("detections")
                .uid("detections");
        scores.getSideOutput(DRIFT).sinkTo(sinks.drift()).name("drift").uid("drift");
        scores.getSideOutput(DEPLOYMENTS)
                .sinkTo(sinks.deployments())
                .name("deployments")
                .uid("deployments");
        valid.getSideOutput(REJECTS)
                .union(models.getSideOutput(REJECTS), rules.getSideOutput(REJECTS), scores.getSideOutput(REJECTS))
                .sinkTo(sinks.rejects())
                .name("rejects")
                .uid("rejects");
    }
}
