package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.drift.AssetDrift;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.ShadowReport;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.desk.AuditEntry;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.ModelsException;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import dev.watchkeeper.engine.model.desk.TrainingState;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Models in memory; the test says how far a training is and when it ends. Thread-safe. */
public final class FakeModels implements Models {
    private final InstantSource clock;
    private final Map<AssetId, ModelCard> cards = new HashMap<>();
    private final Map<AssetId, List<ModelEntry>> entries = new HashMap<>();
    private final Map<AssetId, List<ModelVersion>> versions = new HashMap<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Consumer<ModelCard>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable String refusal;

    FakeModels(InstantSource clock) {
        this.clock = clock;
    }

    /** How many listen. */
    public int listeners() {
        return listeners.size();
    }

    /** The commands that were given, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** From now on every command is refused with this sentence. */
    public synchronized void refuse(String sentence) {
        refusal = sentence;
    }

    public void put(ModelCard card) {
        change(card.asset(), before -> card);
    }

    public synchronized void put(ModelEntry entry, ModelVersion version) {
        entries.computeIfAbsent(entry.asset(), asset -> new ArrayList<>()).add(entry);
        versions.computeIfAbsent(entry.asset(), asset -> new ArrayList<>()).add(version);
    }

    public synchronized void put(AuditEntry entry) {
        audit.add(entry);
    }

    /** The training that runs is this far. */
    public void progress(AssetId asset, double done, String sentence) {
        change(asset, card -> {
            TrainingState.Running running = (TrainingState.Running) card.training();
            return with(
                    card,
                    new TrainingState.Running(done, sentence, running.startedAt(), running.by(), running.cause()));
        });
    }

    /** The training that runs ends with a version, which becomes the challenger. */
    public void finish(ModelEntry entry, ModelVersion version) {
        put(entry, version);
        change(
                entry.asset(),
                card -> new ModelCard(
                        card.asset(),
                        card.champion(),
                        card.previousOrNull(),
                        running(Role.CHALLENGER, card.asset(), entry.number()),
                        new TrainingState.Finished(entry.number(), entry.choice(), clock.instant()),
                        null,
                        card.policy(),
                        card.drift(),
                        null));
    }

    /** Champion and challenger have been compared. */
    public void compare(ShadowReport report) {
        change(
                report.asset(),
                card -> new ModelCard(
                        card.asset(),
                        card.champion(),
                        card.previousOrNull(),
                        card.challengerOrNull(),
                        card.training(),
                        report,
                        card.policy(),
                        card.drift(),
                        card.proposalOrNull()));
    }

    @Override
    public synchronized ModelCard card(AssetId asset) {
        return cards.computeIfAbsent(
                asset,
                id -> new ModelCard(
                        id,
                        running(Role.CHAMPION, id, Takeover.NONE),
                        null,
                        null,
                        TrainingState.Idle.IDLE,
                        null,
                        RetrainPolicy.BY_HAND,
                        new AssetDrift(id, List.of()),
                        null));
    }

    @Override
    public synchronized List<ModelEntry> versions(AssetId asset) {
        return entries.getOrDefault(asset, List.of()).stream()
                .sorted(Comparator.comparingInt(ModelEntry::number).reversed())
                .toList();
    }

    @Override
    public synchronized ModelVersion version(AssetId asset, int number) {
        return versions.getOrDefault(asset, List.of()).stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> new ModelsException("There is no version " + number + " of " + asset + "."));
    }

    @Override
    public void retrain(AssetId asset, RetrainRequest request) {
        call("retrain " + asset + " by " + request.by());
        change(
                asset,
                card -> with(
                        card,
                        new TrainingState.Running(
                                0, "Waiting for its turn", clock.instant(), request.by(), request.cause())));
    }

    @Override
    public void cancel(AssetId asset, String user) {
        call("cancel " + asset);
        change(asset, card -> with(card, new TrainingState.Cancelled(user, clock.instant())));
    }

    @Override
    public void challenge(AssetId asset, int number, String user) {
        call("challenge " + asset + " " + number);
        change(
                asset,
                card -> roles(card, card.champion(), card.previousOrNull(), running(Role.CHALLENGER, asset, number)));
    }

    @Override
    public void promote(AssetId asset, int number, String user, String note) {
        call("promote " + asset + " " + number);
        change(
                asset,
                card -> roles(
                        card,
                        running(Role.CHAMPION, asset, number),
                        card.champion().number(),
                        null));
    }

    @Override
    public void rollBack(AssetId asset, String user, String note) {
        call("roll back " + asset);
        change(
                asset,
                card -> roles(
                        card,
                        running(Role.CHAMPION, asset, Objects.requireNonNull(card.previousOrNull())),
                        null,
                        card.challengerOrNull()));
    }

    @Override
    public void withdraw(AssetId asset, String user) {
        call("withdraw " + asset);
        change(asset, card -> roles(card, card.champion(), card.previousOrNull(), null));
    }

    @Override
    public void setPolicy(AssetId asset, RetrainPolicy policy, String user) {
        call("policy " + asset);
        change(
                asset,
                card -> new ModelCard(
                        card.asset(),
                        card.champion(),
                        card.previousOrNull(),
                        card.challengerOrNull(),
                        card.training(),
                        card.comparisonOrNull(),
                        policy,
                        card.drift(),
                        card.proposalOrNull()));
    }

    @Override
    public void export(AssetId asset, int number, Path file, String user) {
        call("export " + asset + " " + number + " " + file.getFileName());
    }

    @Override
    public ModelEntry importModel(Path file, String user) {
        call("import " + file.getFileName());
        throw new ModelsException("The file " + file.getFileName() + " is no model of Watchkeeper.");
    }

    @Override
    public synchronized List<AuditEntry> audit(AssetId asset, int most) {
        return audit.stream()
                .filter(entry -> entry.asset().equals(asset))
                .sorted(Comparator.comparing(AuditEntry::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public Subscription onChange(Consumer<ModelCard> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Deployment running(Role role, AssetId asset, int number) {
        return new Deployment(role, number, clock.instant(), new Takeover(asset, role, number, clock.instant()), null);
    }

    private synchronized void call(String call) {
        calls.add(call);
        if (refusal != null) {
            throw new ModelsException(refusal);
        }
    }

    private void change(AssetId asset, UnaryOperator<ModelCard> change) {
        ModelCard after;
        synchronized (this) {
            after = change.apply(card(asset));
            cards.put(asset, after);
        }
        listeners.forEach(listener -> listener.accept(after));
    }

    private static ModelCard with(ModelCard card, TrainingState training) {
        return new ModelCard(
                card.asset(),
                card.champion(),
                card.previousOrNull(),
                card.challengerOrNull(),
                training,
                card.comparisonOrNull(),
                card.policy(),
                card.drift(),
                training.isRunning() ? null : card.proposalOrNull());
    }

    private static ModelCard roles(
            ModelCard card, Deployment champion, @Nullable Integer previous, @Nullable Deployment challenger) {
        return new ModelCard(
                card.asset(),
                champion,
                previous,
                challenger,
                card.training(),
                null,
                card.policy(),
                card.drift(),
                card.proposalOrNull());
    }
}
