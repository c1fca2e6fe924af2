package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.Refused;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one asset's models, in the making. Guarded by the lock of its {@link CardBoard}. */
final class AssetModels {
    private final AssetId asset;
    private final Map<Role, Takeover> told = new EnumMap<>(Role.class);
    private final Map<Role, String> troubles = new EnumMap<>(Role.class);
    private final Map<Role, Refused> refusals = new EnumMap<>(Role.class);
    private final Map<SensorId, DriftReport> drift = new HashMap<>();
    private Standing standing;
    private TrainingState training = TrainingState.Idle.IDLE;
    private RetrainPolicy policy = RetrainPolicy.BY_HAND;
    private @Nullable ShadowReport comparison;
    private @Nullable Proposal proposal;
    private @Nullable Instant newestTrainedAt;
    private @Nullable Instant startedByItself;

    AssetModels(AssetId asset) {
        this.asset = asset;
        standing = Standing.none(asset);
    }

    Standing standing() {
        return standing;
    }

    /** What was decided about a role before matters no more where it is decided anew. */
    void decided(Standing now) {
        for (Role role : Role.values()) {
            if (!standing.place(role).equals(now.place(role))) {
                troubles.remove(role);
                refusals.remove(role);
            }
        }
        standing = now;
    }

    /** Readings of drift away from the champion before tell nothing of the one that took over. */
    void told(DeploymentNews news) {
        if (news instanceof Takeover takeover) {
            Takeover before = told.put(takeover.role(), takeover);
            refusals.remove(takeover.role());
            if (takeover.role() == Role.CHAMPION && before != null && before.number() != takeover.number()) {
                drift.clear();
            }
        } else if (news instanceof Refused refused) {
            refusals.put(refused.role(), refused);
        } else if (news instanceof ShadowReport report) {
            comparison = report;
        }
    }

    Optional<Takeover> told(Role role) {
        return Optional.ofNullable(told.get(role));
    }

    /** Whether the job refused the version that is to have a role. */
    boolean refused(Role role) {
        Refused refused = refusals.get(role);
        return refused != null && refused.number() == standing.place(role).number();
    }

    void trouble(Role role, @Nullable String sentence) {
        if (sentence == null) {
            troubles.remove(role);
        } else {
            troubles.put(role, sentence);
        }
    }

    TrainingState training() {
        return training;
    }

    void training(TrainingState state) {
        training = state;
        if (state.isRunning()) {
            proposal = null;
        }
    }

    RetrainPolicy policy() {
        return policy;
    }

    void policy(RetrainPolicy set) {
        policy = set;
    }

    void drifted(DriftReport report) {
        drift.merge(report.sensor(), report, (old, fresh) -> fresh.at().isBefore(old.at()) ? old : fresh);
    }

    AssetDrift drift() {
        return AssetDrift.of(asset, drift.values());
    }

    /** The newest moment that drift was told of. */
    Optional<Instant> driftToldAt() {
        return drift.values().stream().map(DriftReport::at).max(Instant::compareTo);
    }

    /** A proposal that says the same as the one before changes nothing. */
    void proposal(@Nullable Proposal advised) {
        boolean same = advised != null
                && proposal != null
                && proposal.cause() == advised.cause()
                && proposal.sentence().equals(advised.sentence());
        if (!same) {
            proposal = advised;
        }
    }

    @Nullable Instant newestTrainedAt() {
        return newestTrainedAt;
    }

    void newestTrainedAt(@Nullable Instant at) {
        newestTrainedAt = at;
    }

    @Nullable Instant startedByItself() {
        return startedByItself;
    }

    void startedByItself(Instant at) {
        startedByItself = at;
    }

    ModelCard card() {
        ShadowReport report = comparison;
        boolean holds = report != null
                && report.championNumber() == standing.champion().number()
                && report.challengerNumber() == standing.challenger().number();
        return new ModelCard(
                asset,
                deployment(Role.CHAMPION),
                standing.rollBackTo().isPresent()
                        ? Integer.valueOf(standing.rollBackTo().getAsInt())
                        : null,
                standing.hasChallenger() ? deployment(Role.CHALLENGER) : null,
                training,
                holds ? report : null,
                policy,
                drift(),
                proposal);
    }

    private Deployment deployment(Role role) {
        Standing.Place place = standing.place(role);
        String trouble = troubles.get(role);
        Refused refused = refusals.get(role);
        return new Deployment(
                role,
                place.number(),
                place.since(),
                told.get(role),
                refused != null && refused(role) ? refused.sentence() : trouble);
    }
}
