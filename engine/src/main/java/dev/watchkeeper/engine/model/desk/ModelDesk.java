package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.drift.DriftReport;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.deploy.DeploymentListener;
import dev.watchkeeper.engine.model.deploy.DeploymentNews;
import dev.watchkeeper.engine.model.deploy.ModelPublisher;
import dev.watchkeeper.engine.model.desk.AuditEntry.Action;
import dev.watchkeeper.engine.model.train.PartTrainer;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the models of all assets are looked after, in the process that has the data directory. Every decision is in the book
 * with who and when before it is carried out; what a process did not get done is done by the next one.
 *
 * <p>Thread-safe. Nothing here waits for a broker or trains in the caller's thread: that is done on the two executors.
 */
public final class ModelDesk implements Models, DeploymentListener, AutoCloseable {
    private final DeskPorts ports;
    private final CardBoard board = new CardBoard();
    private final Versions versions;
    private final Trainings trainings;
    private final Aliases aliases;
    private final DriftDesk drift;
    private final RetrainWatch watch;
    private volatile @Nullable Runnable deploying;

    /**
     * Takes up what the book holds, and ends as failed what a process before left half trained.
     *
     * @param trainers one for each kind of part
     * @param training one thread, on which models are trained
     */
    public ModelDesk(DeskPorts ports, List<PartTrainer> trainers, Sensitivity sensitivity, Executor training) {
        this.ports = ports;
        aliases = new Aliases(ports.tracking(), ports.book());
        versions = new Versions(ports.book(), ports.files(), ports.assets(), ports.tracking(), ports.clock());
        ModelMaker maker = new ModelMaker(ports, versions, trainers, sensitivity);
        ports.book().policies().forEach((asset, policy) -> board.update(asset, models -> models.policy(policy)));
        for (Standing standing : ports.book().standings()) {
            board.update(standing.asset(), models -> models.decided(standing));
            aliases.follow(standing);
        }
        trainings = new Trainings(ports, board, maker, this::made, training);
        watch = new RetrainWatch(board, ports, trainings);
        drift = new DriftDesk(board, ports.notices(), watch);
    }

    /**
     * From now on the detection job is brought to what was decided. To be called once, when all has been {@link #told} that the
     * job told before.
     *
     * @param deploying one thread, which waits for the broker
     */
    public void connect(ModelPublisher publisher, Executor deploying) {
        Deployer deployer = new Deployer(board, ports.files(), publisher, ports.clock());
        this.deploying = () -> deploying.execute(deployer::bring);
        bring();
    }

    /** To be called about once a second: takes the orders of other processes, looks at policies, repeats what failed. */
    public void tick() {
        trainings.takeOrders();
        watch.look();
        bring();
    }

    @Override
    public void told(DeploymentNews news) {
        board.update(news.asset(), models -> models.told(news));
        drift.look(news.asset());
    }

    /** Takes in reports of drift; also those told before, in any order. */
    public void drifted(List<DriftReport> reports) {
        drift.take(reports);
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
    public void retrain(AssetId asset, RetrainRequest request) {
        trainings.order(asset, request);
    }

    @Override
    public void cancel(AssetId asset, String user) {
        trainings.cancel(asset, Versions.named(user));
    }

    @Override
    public void challenge(AssetId asset, int number, String user) {
        versions.check(asset, number);
        decide(asset, user, Action.CHALLENGED, "", standing -> {
            if (standing.champion().number() == number) {
                throw new ModelsException("Version " + number + " of the model of " + asset + " is the champion.");
            }
            return standing.challenged(number, now());
        });
    }

    @Override
    public void promote(AssetId asset, int number, String user, String note) {
        versions.check(asset, number);
        decide(asset, user, Action.PROMOTED, note, standing -> {
            if (standing.champion().number() == number) {
                throw new ModelsException(
                        "Version " + number + " of the model of " + asset + " is the champion already.");
            }
            return standing.promoted(number, now());
        });
    }

    @Override
    public void rollBack(AssetId asset, String user, String note) {
        decide(asset, user, Action.ROLLED_BACK, note, standing -> {
            if (standing.rollBackTo().isEmpty()) {
                throw new ModelsException("There was no champion of " + asset + " before this one to go back to.");
            }
            return standing.rolledBack(now());
        });
    }

    @Override
    public void withdraw(AssetId asset, String user) {
        if (card(asset).challenger().isPresent()) {
            decide(asset, user, Action.WITHDRAWN, "", standing -> standing.withdrawn(now()));
        }
    }

    @Override
    public void setPolicy(AssetId asset, RetrainPolicy policy, String user) {
        AuditEntry entry =
                new AuditEntry(asset, now(), Versions.named(user), Action.POLICY_CHANGED, 0, 0, policy.words());
        board.update(asset, models -> {
            ports.book().setPolicy(asset, policy, entry);
            models.policy(policy);
        });
        watch.look(asset);
    }

    @Override
    public void export(AssetId asset, int number, Path file, String user) {
        versions.export(asset, number, file, user);
    }

    @Override
    public ModelEntry importModel(Path file, String user) {
        return versions.importModel(file, user);
    }

    @Override
    public List<AuditEntry> audit(AssetId asset, int most) {
        return ports.book().audit(asset, most);
    }

    @Override
    public Subscription onChange(Consumer<ModelCard> listener) {
        return board.onChange(listener);
    }

    /** Ends the training that runs; its executor belongs to the caller. */
    @Override
    public void close() {
        trainings.close();
    }

    /** What was trained becomes the challenger, and at once champion where that was ordered. */
    private void made(ModelEntry version, TrainingOrder order) {
        String by = order.request().by();
        Standing after = board.change(version.asset(), models -> {
            Standing before = models.standing();
            Standing challenged = before.challenged(version.number(), now());
            List<AuditEntry> entries = new ArrayList<>();
            entries.add(
                    new AuditEntry(version.asset(), now(), by, Action.TRAINED, 0, version.number(), version.choice()));
            entries.add(entry(before, challenged, by, Action.CHALLENGED, ""));
            Standing standing = challenged;
            if (order.promote()) {
                standing = challenged.promoted(version.number(), now());
                entries.add(entry(challenged, standing, by, Action.PROMOTED, "as was ordered with the training"));
            }
            ports.book().add(version, standing, entries);
            models.decided(standing);
            models.newestTrainedAt(version.trainedAt());
            return standing;
        });
        follow(after);
    }

    private void decide(AssetId asset, String user, Action action, String note, Function<Standing, Standing> decision) {
        Versions.named(user);
        follow(board.change(asset, models -> {
            Standing before = models.standing();
            Standing after = decision.apply(before);
            ports.book().decide(after, entry(before, after, user, action, note));
            models.decided(after);
            return after;
        }));
        watch.look(asset);
    }

    private void follow(Standing standing) {
        bring();
        aliases.follow(standing);
    }

    private void bring() {
        Runnable task = deploying;
        if (task != null) {
            task.run();
        }
    }

    private AuditEntry entry(Standing before, Standing after, String user, Action action, String note) {
        boolean ofChallenger = action == Action.CHALLENGED || action == Action.WITHDRAWN;
        return new AuditEntry(
                before.asset(),
                now(),
                user,
                action,
                (ofChallenger ? before.challenger() : before.champion()).number(),
                (ofChallenger ? after.challenger() : after.champion()).number(),
                note);
    }

    private Instant now() {
        return ports.clock().instant();
    }
}
