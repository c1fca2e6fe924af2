package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Something that happened to a run or to the aliases of an asset's model. The names of fields stand in kept changes. */
public sealed interface RunChange {
    /** What happened to one run. */
    sealed interface OfRun extends RunChange {
        RunId run();
    }

    /** Its parameters follow in changes of their own. */
    record Started(RunId run, AssetId asset, int modelNumber, Instant startedAt, String startedBy) implements OfRun {}

    /** At most {@value #MOST} parameters. */
    record ParamsLogged(RunId run, Map<String, String> params) implements OfRun {
        /** What one request to a server may hold. */
        public static final int MOST = 100;

        public ParamsLogged {
            params = Map.copyOf(params);
        }
    }

    /** At most {@value #MOST} points. */
    record MetricsLogged(RunId run, List<MetricPoint> points) implements OfRun {
        /** What one request to a server may hold. */
        public static final int MOST = 1000;

        public MetricsLogged {
            points = List.copyOf(points);
        }
    }

    /** The file itself is kept apart. */
    record ArtefactLogged(RunId run, String path) implements OfRun {}

    /** The run's model has a signature. */
    record Signed(RunId run, ModelSignature signature) implements OfRun {}

    /** The run ended. */
    record Finished(RunId run, RunStatus status, Instant at) implements OfRun {}

    /** The run's model became a version of its asset's registered model. */
    record Registered(RunId run) implements OfRun {}

    /** The version that the run made has the alias from now on. */
    record AliasSet(RunId run, ModelAlias alias) implements OfRun {}

    /** No version has the alias any more. */
    record AliasDeleted(AssetId asset, ModelAlias alias) implements RunChange {}
}
