package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The models of all assets, as screens and commands see them. Thread-safe. {@link #card} answers from memory; everything else
 * may wait for the local store or a file, never for a broker or a server, so not for use in a thread that draws.
 *
 * <p>A command that returns has been decided: it is in the local store with who and when, and survives the end of the
 * process. The detection job follows a moment later, which {@link Deployment#isRunning} tells.
 *
 * <p>Commands throw {@link ModelsException} when they cannot be carried out, and {@link IllegalArgumentException} when the user
 * is blank.
 */
public interface Models {
    /** Who did what the engine did by itself. */
    String ENGINE = "watchkeeper";

    /** How the models of an asset stand; of an asset that is not known as of one that never had any. */
    ModelCard card(AssetId asset);

    /** All versions of an asset, the newest first. */
    List<ModelEntry> versions(AssetId asset);

    /**
     * A version with its grades, leakage report and parts.
     *
     * @throws ModelsException when there is none, or its file cannot be read
     */
    ModelVersion version(AssetId asset, int number);

    /**
     * Starts a training in the background; see {@link ModelCard#training}. What it makes becomes the challenger.
     *
     * @throws ModelsException when the asset is not known, or one runs already
     */
    void retrain(AssetId asset, RetrainRequest request);

    /** Ends the training that runs, without a version; does nothing when none does. */
    void cancel(AssetId asset, String user);

    /**
     * Lets a version run in the champion's shadow, in place of the one that does.
     *
     * @throws ModelsException when there is no such version, or it is the champion
     */
    void challenge(AssetId asset, int number, String user);

    /**
     * Makes a version the champion; where it was the challenger, there is none then.
     *
     * @param note may be empty
     * @throws ModelsException when there is no such version, or it is the champion already
     */
    void promote(AssetId asset, int number, String user, String note);

    /**
     * Makes {@link ModelCard#previous} the champion. Done again, it goes back further, down to no trained model.
     *
     * @param note may be empty
     * @throws ModelsException when there is nothing to return to
     */
    void rollBack(AssetId asset, String user, String note);

    /** Ends the challenger's run in shadow; its version stays. Does nothing when there is none. */
    void withdraw(AssetId asset, String user);

    void setPolicy(AssetId asset, RetrainPolicy policy, String user);

    /**
     * Writes a version to a file that another installation can {@link #importModel import}; a file that is there is replaced.
     *
     * @throws ModelsException when there is no such version, or the file cannot be written
     */
    void export(AssetId asset, int number, Path file, String user);

    /**
     * Takes in a version that another installation trained for an asset of the same name. It gets the next number and no role.
     *
     * @throws ModelsException when the file is no model or damaged, or fits no asset that is known here
     */
    ModelEntry importModel(Path file, String user);

    /** What was done to an asset's models, the newest first, at most {@code most}. */
    List<AuditEntry> audit(AssetId asset, int most);

    /**
     * Calls the listener with the card after each change, about ten times a second at most while a training runs, on the
     * thread that made the change; the listener must be quick.
     */
    Subscription onChange(Consumer<ModelCard> listener);
}
