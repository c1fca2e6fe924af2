package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.secret.SecretException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves settings in the background and says what came of it; the last save can be taken back. UI thread. */
public final class SettingsActions {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsActions.class);

    private final NotificationDesk desk;
    private final boolean readOnly;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * What came of a command.
     *
     * @param sentence names what has changed; empty before the first command
     * @param beforeOrNull the settings to which undo goes back; null where there is nothing to take back
     */
    record Outcome(
            String sentence, boolean failed, @Nullable NotifySettings beforeOrNull) {
        static final Outcome NONE = new Outcome("", false, null);
    }

    SettingsActions(NotificationDesk desk, boolean readOnly, ScreenContext context) {
        this.desk = desk;
        this.readOnly = readOnly;
        this.context = context;
    }

    /** Whether this console only looks: then there is nothing to press. */
    boolean readOnly() {
        return readOnly;
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Keeps settings.
     *
     * @param sentence what is then said
     * @param after runs when they are kept, and not when that fails
     */
    void save(NotifySettings next, String sentence, Runnable after) {
        run(
                () -> {
                    NotifySettings before = desk.settings();
                    desk.save(next);
                    return new Outcome(sentence, false, before);
                },
                after);
    }

    /** Takes back the last save. */
    void undo(Runnable after) {
        NotifySettings before = outcome.get().beforeOrNull();
        String what = outcome.get().sentence();
        if (before != null) {
            run(
                    () -> {
                        desk.save(before);
                        return new Outcome("Taken back: " + what, false, null);
                    },
                    after);
        }
    }

    /** Lets a message be sent again that was given up. */
    void revive(String item, String headline, Runnable after) {
        run(
                () -> {
                    desk.revive(item);
                    return new Outcome("It is tried again: " + headline, false, null);
                },
                after);
    }

    /** Says why something was not done. */
    void refuse(String sentence) {
        outcome.set(new Outcome(sentence, true, null));
    }

    private void run(Supplier<Outcome> command, Runnable after) {
        if (readOnly || busy.get()) {
            return;
        }
        busy.set(true);
        context.background().execute(() -> {
            Outcome came = carryOut(command);
            context.ui().execute(() -> {
                busy.set(false);
                outcome.set(came);
                if (!came.failed()) {
                    after.run();
                }
            });
        });
    }

    private static Outcome carryOut(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (SecretException e) {
            LOG.warn("A secret could not be kept", e);
            return new Outcome("Nothing was changed: " + e.getMessage() + ".", true, null);
        } catch (RuntimeException e) {
            LOG.error("Settings could not be kept", e);
            return new Outcome("That did not work: " + e.getMessage() + ". The log has the cause.", true, null);
        }
    }
}
