package dev.watchkeeper.stream.job;

import dev.watchkeeper.engine.intake.Refusal;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowComparison.Contender;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.deploy.UnusableModelException;
import dev.watchkeeper.engine.wire.ModelAssembler;
import dev.watchkeeper.engine.wire.ModelPublishing;
import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.engine.wire.WireException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;

/**
 * Follows what is published of an asset's models: puts chunks together, and lets versions take and lose their roles between two
 * readings. An update that is read twice is followed once; all of it is keyed state.
 */
final class Deployments {
    private static final ListStateDescriptor<byte[]> CHUNKS =
            new ListStateDescriptor<>("model-chunks", BytePrimitiveArraySerializer.INSTANCE);
    private static final MapStateDescriptor<String, RunningModel> RUNNING =
            new MapStateDescriptor<>("running-models", Types.STRING, TypeInformation.of(RunningModel.class));

    private final Champion champion;
    private final Challenger challenger;
    private final Drifts drifts;
    private final Contender learning;
    private final ListState<byte[]> chunks;
    private final MapState<String, RunningModel> running;

    /** What came of a record: what is to be told of it, and why it is refused where it is. */
    record Outcome(List<DeploymentNews> news, Optional<Refusal> refusal) {
        static final Outcome NOTHING = new Outcome(List.of(), Optional.empty());

        static Outcome told(DeploymentNews... news) {
            return new Outcome(List.of(news), Optional.empty());
        }

        static Outcome refused(Refusal refusal, DeploymentNews... news) {
            return new Outcome(List.of(news), Optional.of(refusal));
        }
    }

    /** @param learning what the champion is while no model is deployed */
    Deployments(RuntimeContext context, Champion champion, Challenger challenger, Drifts drifts, Contender learning) {
        this.champion = champion;
        this.challenger = challenger;
        this.drifts = drifts;
        this.learning = learning;
        chunks = context.getListState(CHUNKS);
        running = context.getMapState(RUNNING);
    }

    /** Takes in a record of the models topic. */
    Outcome take(byte[] record, Instant now) throws Exception {
        ModelAssembler assembler = new ModelAssembler();
        Optional<ModelPublishing> complete;
        try {
            for (byte[] before : chunks.get()) {
                assembler.add(before);
            }
            complete = assembler.add(record);
        } catch (WireException e) {
            chunks.update(assembler.pending());
            return Outcome.refused(Refusal.of(e));
        }
        chunks.update(assembler.pending());
        return complete.isPresent() ? follow(complete.get(), now) : Outcome.NOTHING;
    }

    private Outcome follow(ModelPublishing publishing, Instant now) throws Exception {
        ModelUpdate update = publishing.update();
        RunningModel before = running.get(update.role().name());
        if (before != null && before.isFrom(publishing.id())) {
            return Outcome.NOTHING;
        }
        if (update instanceof ModelUpdate.Deployed deployed) {
            try {
                return deploy(deployed, publishing.id(), now);
            } catch (UnusableModelException e) {
                String sentence = String.valueOf(e.getMessage());
                int number = deployed.model().number();
                return Outcome.refused(
                        new Refusal(RejectionReason.UNUSABLE_MODEL, sentence),
                        new Refused(update.asset(), update.role(), number, sentence, now));
            }
        }
        withdraw(update);
        return Outcome.told(new Takeover(update.asset(), update.role(), Takeover.NONE, now));
    }

    private Outcome deploy(ModelUpdate.Deployed deployed, UUID publishing, Instant now) throws Exception {
        ModelVersion model = deployed.model();
        RunningModel taking = RunningModel.of(model, publishing);
        Takeover told = new Takeover(model.asset(), deployed.role(), model.number(), now);
        RestoredModel restored = RestoredModel.of(model);
        if (deployed.role() == Role.CHALLENGER) {
            challenger.begin(model.asset(), restored, runningChampion(), taking.contender());
            running.put(Role.CHALLENGER.name(), taking);
            return Outcome.told(told);
        }
        drifts.compareWith(restored.references());
        RunningModel beside = running.get(Role.CHALLENGER.name());
        if (beside != null && beside.isVersion(model)) {
            champion.replaceBy(challenger.handOver(restored));
            running.remove(Role.CHALLENGER.name());
            running.put(Role.CHAMPION.name(), taking);
            return Outcome.told(told, new Takeover(model.asset(), Role.CHALLENGER, Takeover.NONE, now));
        }
        champion.replaceBy(restored);
        challenger.compareWith(taking.contender());
        running.put(Role.CHAMPION.name(), taking);
        return Outcome.told(told);
    }

    private void withdraw(ModelUpdate update) throws Exception {
        running.remove(update.role().name());
        if (update.role() == Role.CHALLENGER) {
            challenger.clear();
        } else {
            champion.returnToLearning(update.asset());
            drifts.learnAnew();
            challenger.compareWith(learning);
        }
    }

    private Contender runningChampion() throws Exception {
        RunningModel trained = running.get(Role.CHAMPION.name());
        return trained == null ? learning : trained.contender();
    }
}
