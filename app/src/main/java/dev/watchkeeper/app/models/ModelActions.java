package dev.watchkeeper.app.models;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.desk.ModelsException;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import dev.watchkeeper.engine.model.desk.RetrainRequest;
import dev.watchkeeper.engine.report.DriftPage;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what the user wants of models, in the background, and says what came of it. What can be taken back has an undo
 * that stays until something else is done. UI thread.
 */
public final class ModelActions {
    private static final Logger LOG = LoggerFactory.getLogger(ModelActions.class);

    private final Models models;
    private final DriftPage page;
    private final String user;
    private final boolean readOnly;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * What came of a command.
     *
     * @param sentence names the object with old and new value; empty before the first command
     * @param undoOrNull takes it back; null where that cannot be
     */
    record Outcome(
            String sentence, boolean failed, @Nullable Undo undoOrNull) {
        static final Outcome NONE = new Outcome("", false, null);

        static Outcome done(String sentence) {
            return new Outcome(sentence, false, null);
        }

        static Outcome done(String sentence, Undo undo) {
            return new Outcome(sentence, false, undo);
        }
    }

    /**
     * Takes something back.
     *
     * @param sentence what is then said
     */
    record Undo(String sentence, Runnable command) {}

    ModelActions(ModelPorts ports, String user, boolean readOnly, ScreenContext context) {
        models = ports.models();
        page = new DriftPage(ports.drift());
        this.user = user;
        this.readOnly = readOnly;
        this.context = context;
    }

    /** Whether this console only looks: then there is nothing to press. */
    public boolean readOnly() {
        return readOnly;
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether a command is being carried out. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Forgets the last outcome. */
    void clear() {
        outcome.set(Outcome.NONE);
    }

    void retrain(ModelRow row) {
        run(() -> {
            models.retrain(row.id(), RetrainRequest.manual(user));
            return Outcome.NONE;
        });
    }

    void cancel(ModelRow row) {
        run(() -> {
            models.cancel(row.id(), user);
            return Outcome.NONE;
        });
    }

    void promote(ModelRow row, int number) {
        int before = row.card().champion().number();
        run(() -> {
            models.promote(row.id(), number, user, "");
            return Outcome.done(
                    change(row, before, number),
                    new Undo(change(row, number, before), () -> models.rollBack(row.id(), user, "Undo")));
        });
    }

    /** Makes the champion before champion again. */
    void rollBack(ModelRow row) {
        int now = row.card().champion().number();
        int before = row.card().previous().orElse(0);
        run(() -> {
            models.rollBack(row.id(), user, "");
            return Outcome.done(
                    change(row, now, before),
                    new Undo(change(row, before, now), () -> models.promote(row.id(), now, user, "Undo")));
        });
    }

    void withdraw(ModelRow row) {
        row.card()
                .challenger()
                .ifPresent(challenger -> run(() -> {
                    models.withdraw(row.id(), user);
                    String version = row.label() + ": version " + challenger.number();
                    return Outcome.done(
                            version + " no longer runs in shadow.",
                            new Undo(
                                    version + " runs in shadow again.",
                                    () -> models.challenge(row.id(), challenger.number(), user)));
                }));
    }

    void challenge(ModelRow row, int number) {
        run(() -> {
            models.challenge(row.id(), number, user);
            return Outcome.done(
                    row.label() + ": version " + number + " now runs in the champion's shadow.",
                    new Undo(
                            row.label() + ": version " + number + " no longer runs in shadow.",
                            () -> models.withdraw(row.id(), user)));
        });
    }

    void setPolicy(ModelRow row, RetrainPolicy policy) {
        RetrainPolicy before = row.card().policy();
        run(() -> {
            models.setPolicy(row.id(), policy, user);
            return Outcome.done(
                    row.label() + ": the policy for retraining is changed.",
                    new Undo(
                            row.label() + ": the policy for retraining is as before.",
                            () -> models.setPolicy(row.id(), before, user)));
        });
    }

    void export(ModelRow row, int number, Path file) {
        run(() -> {
            models.export(row.id(), number, file, user);
            return Outcome.done(row.label() + ": version " + number + " is written to " + file + ".");
        });
    }

    void importModel(Path file) {
        run(() -> {
            ModelEntry entry = models.importModel(file, user);
            return Outcome.done("Imported as version " + entry.number() + " of " + entry.asset()
                    + ". It has no role yet; put it in shadow from its line among the runs.");
        });
    }

    /** Writes a page on how the asset drifts; for consoles that only look, too. */
    void report(ModelRow row, TimeSpan span, Path file) {
        carryOut(() -> {
            try {
                page.write(file, List.of(row.asset()), span);
            } catch (IOException e) {
                throw new ModelsException(
                        "The report could not be written to " + file + ": " + e.getMessage()
                                + ". Choose another place.",
                        e);
            }
            return Outcome.done(row.label() + ": the drift report is written to " + file + ".");
        });
    }

    /** Takes back what the last outcome tells of, if that can be. */
    void undo() {
        Undo undo = outcome.get().undoOrNull();
        if (undo != null) {
            run(() -> {
                undo.command().run();
                return Outcome.done(undo.sentence());
            });
        }
    }

    private static String change(ModelRow row, int from, int to) {
        return row.label() + ": champion changed from " + ModelWords.version(from) + " to " + ModelWords.version(to)
                + ".";
    }

    private void run(Supplier<Outcome> command) {
        if (!readOnly) {
            carryOut(command);
        }
    }

    private void carryOut(Supplier<Outcome> command) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        context.background().execute(() -> {
            Outcome came = outcome(command);
            context.ui().execute(() -> {
                busy.set(false);
                outcome.set(came);
            });
        });
    }

    private static Outcome outcome(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (ModelsException e) {
            LOG.warn("A command on models was not carried out", e);
            return new Outcome(String.valueOf(e.getMessage()), true, null);
        } catch (RuntimeException e) {
            LOG.error("A command on models failed", e);
            return new Outcome("That did not work: " + e.getMessage() + ". The log has the cause.", true, null);
        }
    }
}
