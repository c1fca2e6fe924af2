package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.ModelFormat;
import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.UnreadableModelException;
import dev.watchkeeper.engine.model.desk.AuditEntry.Action;
import dev.watchkeeper.engine.model.tracking.Tracking;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The versions that there are, and how they come from and go to other installations. Thread-safe, and for several processes at
 * once: a command may import beside a console that runs.
 */
public final class Versions {
    private static final int ATTEMPTS = 10;

    private final ModelBook book;
    private final ModelFiles files;
    private final Assets assets;
    private final InstantSource clock;
    private final Tracking tracking;

    public Versions(ModelBook book, ModelFiles files, Assets assets, Tracking tracking, InstantSource clock) {
        this.book = book;
        this.files = files;
        this.assets = assets;
        this.clock = clock;
        this.tracking = tracking;
    }

    static String named(String user) {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a command on a model names no user");
        }
        return user;
    }

    /** The number that an asset's next version gets: above that of any file, version and run, also of one that was not finished. */
    int nextNumber(AssetId asset) throws IOException {
        int inBook =
                book.versions(asset).stream().mapToInt(ModelEntry::number).max().orElse(0);
        int inTracking = tracking.runs(asset).stream()
                .mapToInt(run -> run.modelNumber())
                .max()
                .orElse(0);
        return Math.max(files.nextNumber(asset), Math.max(inBook, inTracking) + 1);
    }

    /** The newest first. */
    public List<ModelEntry> all(AssetId asset) {
        return book.versions(asset);
    }

    /** @throws ModelsException when there is no such version */
    void check(AssetId asset, int number) {
        if (book.version(asset, number).isEmpty()) {
            throw new ModelsException("There is no version " + number + " of a model of " + asset + ".");
        }
    }

    ModelVersion load(AssetId asset, int number) {
        check(asset, number);
        try {
            return files.load(asset, number);
        } catch (IOException e) {
            throw new ModelsException(
                    "Version " + number + " of the model of " + asset + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** As {@link Models#export}. */
    public void export(AssetId asset, int number, Path file, String user) {
        named(user);
        ModelVersion model = load(asset, number);
        try {
            Path whole = file.toAbsolutePath();
            Path beside = whole.resolveSibling(whole.getFileName() + ".part");
            Files.write(beside, ModelFormat.encode(model));
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ModelsException("The model cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
        book.note(new AuditEntry(asset, clock.instant(), user, Action.EXPORTED, number, 0, file.toString()));
    }

    /** As {@link Models#importModel}. */
    public ModelEntry importModel(Path file, String user) {
        named(user);
        ModelVersion foreign = read(file);
        Asset asset = assets.find(foreign.asset())
                .orElseThrow(() -> new ModelsException("The model is of the asset " + foreign.asset()
                        + ", which is not known here. It can be imported once there is an asset of that name."));
        foreign.parts().forEach(part -> checkSensor(asset, foreign, part.subject()));
        try {
            for (int attempt = 1; ; attempt++) {
                ModelVersion ours = foreign.numbered(nextNumber(asset.id()));
                try {
                    files.save(ours);
                    return enter(ours, foreign.number(), file, user);
                } catch (FileAlreadyExistsException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw new ModelsException("The model cannot be kept: " + e.getMessage() + ".", e);
        }
    }

    private ModelEntry enter(ModelVersion ours, int foreignNumber, Path file, String user) {
        Instant now = clock.instant();
        String origin = "Imported from " + file.getFileName() + ", where it was version " + foreignNumber + ".";
        ModelEntry entry = new ModelEntry(
                ours.asset(),
                ours.number(),
                ours.trainedAt(),
                user,
                RetrainCause.MANUAL,
                ours.split().whole(),
                origin,
                ours.summary(),
                ours.leakage(),
                true,
                null);
        book.add(entry, new AuditEntry(ours.asset(), now, user, Action.IMPORTED, 0, ours.number(), origin));
        return entry;
    }

    private static ModelVersion read(Path file) {
        try {
            if (Files.size(file) > ModelFormat.LARGEST) {
                throw new ModelsException(file + " is too large to be a model.");
            }
            return ModelFormat.decode(Files.readAllBytes(file));
        } catch (UnreadableModelException e) {
            throw new ModelsException(file.getFileName() + " cannot be imported. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new ModelsException("The file " + file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** A part of a sensor, which its model graded, needs that sensor; what stands for the whole asset is no sensor. */
    private static void checkSensor(Asset asset, ModelVersion model, SensorId subject) {
        boolean graded =
                model.grades().stream().anyMatch(grade -> grade.sensor().equals(subject));
        if (graded && asset.sensor(subject).isEmpty()) {
            throw new ModelsException("The model knows the sensor " + subject.name() + ", which " + asset.label()
                    + " does not have here. Name the sensors alike, or train a model here.");
        }
    }
}
