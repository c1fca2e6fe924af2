package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.DeploymentListener;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The models that another process looks after, to be looked at only: every command is refused with a sentence. Thread-safe. */
public final class WatchedModels implements Models, DeploymentListener {
    private static final String READ_ONLY =
            "This Watchkeeper only looks on. Do this in the one that runs on the data directory.";

    private final ModelBook book;
    private final TrainingBook trainings;
    private final Versions versions;
    private final CardBoard board = new CardBoard();

    /** Shows what the books hold now; {@link #refresh} looks again. */
    public WatchedModels(ModelBook book, TrainingBook trainings, Versions versions) {
        this.book = book;
        this.trainings = trainings;
        this.versions = versions;
        refresh();
    }

    /** Looks at the books again; to be called now and then. */
    public void refresh() {
        book.policies().forEach((asset, policy) -> board.update(asset, models -> models.policy(policy)));
        book.standings().forEach(standing -> board.update(standing.asset(), models -> models.decided(standing)));
        trainings.newest().forEach((asset, state) -> board.update(asset, models -> models.training(state)));
    }

    @Override
    public void told(DeploymentNews news) {
        board.update(news.asset(), models -> models.told(news));
    }

    /** Takes in reports of drift, in any order. */
    public void drifted(List<DriftReport> reports) {
        reports.forEach(report -> board.update(report.sensor().asset(), models -> models.drifted(report)));
    }

    @Override
    public ModelCard card(AssetId asset) {
        return board.card(asset);
    }

    @Override
    public List<ModelEntry> versions(AssetId asset) {
        return versions.all(asset);
    }

    @Override
    public ModelVersion version(AssetId asset, int number) {
        return versions.load(asset, number);
    }

    @Override
    public List<AuditEntry> audit(AssetId asset, int most) {
        return book.audit(asset, most);
    }

    @Override
    public Subscription onChange(Consumer<ModelCard> listener) {
        return board.onChange(listener);
    }

    @Override
    public void retrain(AssetId asset, RetrainRequest request) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void cancel(AssetId asset, String user) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void challenge(AssetId asset, int number, String user) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void promote(AssetId asset, int number, String user, String note) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void rollBack(AssetId asset, String user, String note) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void withdraw(AssetId asset, String user) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void setPolicy(AssetId asset, RetrainPolicy policy, String user) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public void export(AssetId asset, int number, Path file, String user) {
        throw new ModelsException(READ_ONLY);
    }

    @Override
    public ModelEntry importModel(Path file, String user) {
        throw new ModelsException(READ_ONLY);
    }
}
