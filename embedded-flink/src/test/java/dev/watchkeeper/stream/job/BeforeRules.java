package dev.watchkeeper.stream.job;

import dev.watchkeeper.stream.topic.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The detection job as it was before there were rules: no source of them, and an operator that asks for no state of that name, so that
 * its checkpoints have neither.
 */
final class BeforeRules {
    static final String STATE = "rules";

    private BeforeRules() {}

    static void define(
            StreamExecutionEnvironment environment,
            DetectionSettings settings,
            Topics topics,
            DetectionJob.Sources sources,
            DetectionJob.Sinks sinks) {
        SingleOutputStreamOperator<Incoming> valid = environment
                .fromSource(sources.readings(), WatermarkStrategy.noWatermarks(), "readings")
                .uid("readings")
                .process(new Validate(topics.readings()))
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
                .uid("route-models")
                .setParallelism(1);
        SingleOutputStreamOperator<Outgoing> scores = valid.union(models)
                .keyBy(incoming -> incoming.asset)
                .connect(assets)
                .process(new WatchWithoutRules(new Watch(settings, topics)))
                .uid("watch");
        scores.sinkTo(sinks.scores()).uid("scores");
        scores.getSideOutput(DetectionJob.DETECTIONS).sinkTo(sinks.detections()).uid("detections");
        scores.getSideOutput(DetectionJob.DRIFT).sinkTo(sinks.drift()).uid("drift");
        scores.getSideOutput(DetectionJob.DEPLOYMENTS)
                .sinkTo(sinks.deployments())
                .uid("deployments");
        valid.getSideOutput(DetectionJob.REJECTS)
                .union(models.getSideOutput(DetectionJob.REJECTS), scores.getSideOutput(DetectionJob.REJECTS))
                .sinkTo(sinks.rejects())
                .uid("rejects");
    }

    /** Gives the watch of today a context in which the state of rules is always empty and never registered. */
    private static final class WatchWithoutRules
            extends KeyedBroadcastProcessFunction<String, Incoming, RawRecord, Outgoing> {
        private static final long serialVersionUID = 1L;

        private final Watch watch;

        WatchWithoutRules(Watch watch) {
            this.watch = watch;
        }

        @Override
        public void open(Configuration parameters) {
            RuntimeContext real = getRuntimeContext();
            RuntimeContext without = (RuntimeContext) Proxy.newProxyInstance(
                    RuntimeContext.class.getClassLoader(),
                    new Class<?>[] {RuntimeContext.class},
                    (proxy, method, arguments) -> {
                        if (arguments != null
                                && arguments[0] instanceof StateDescriptor<?, ?> descriptor
                                && descriptor.getName().equals(STATE)) {
                            return new Nothing<>();
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
            watch.setRuntimeContext(without);
            watch.open(parameters);
        }

        @Override
        public void processElement(Incoming incoming, ReadOnlyContext context, Collector<Outgoing> out)
                throws Exception {
            watch.processElement(incoming, context, out);
        }

        @Override
        public void processBroadcastElement(RawRecord raw, Context context, Collector<Outgoing> out) throws Exception {
            watch.processBroadcastElement(raw, context, out);
        }

        @Override
        public void onTimer(long timestamp, OnTimerContext context, Collector<Outgoing> out) throws Exception {
            watch.onTimer(timestamp, context, out);
        }
    }

    private static final class Nothing<T> implements ValueState<T> {
        @Override
        public @Nullable T value() {
            return null;
        }

        @Override
        public void update(T value) {
            throw new IllegalStateException("there were no rules then");
        }

        @Override
        public void clear() {}
    }
}
