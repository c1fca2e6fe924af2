package dev.watchkeeper.app.maintenance;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindow;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The list of maintenance windows, one of them or a new one as a form, and the way back after a change. UI thread. */
public final class MaintenanceViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceViewModel.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final MaintenanceWindows windows;
    private final Assets assets;
    private final ScreenContext context;
    private final String user;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<Load<List<WindowRow>>> rows = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<@Nullable WindowForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(Outcome.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable WindowRow selected;

    /**
     * What came of a command.
     *
     * @param sentence empty before the first command
     * @param undoOrNull takes it back; null where there is nothing to take back
     */
    record Outcome(
            String sentence, boolean failed, @Nullable Undo undoOrNull) {
        static final Outcome NONE = new Outcome("", false, null);
    }

    /**
     * The way back.
     *
     * @param beforeOrNull what was in its place; null where there was none
     */
    record Undo(String id, @Nullable MaintenanceWindow beforeOrNull, String what) {}

    /**
     * @param user under whose name windows are laid down
     * @param readOnly whether they are only looked at
     */
    MaintenanceViewModel(
            MaintenanceWindows windows, Assets assets, ScreenContext context, String user, boolean readOnly) {
        this.windows = windows;
        this.assets = assets;
        this.context = context;
        this.user = user;
        this.readOnly = readOnly;
    }

    boolean readOnly() {
        return readOnly;
    }

    /** The assets that can be chosen. */
    List<Asset> assets() {
        return assets.all();
    }

    ReadOnlyObjectProperty<Load<List<WindowRow>>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The selected or new window as a form; null while there is none, and where nothing may be changed. */
    ReadOnlyObjectProperty<@Nullable WindowForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The selected line; empty while there is none. */
    Optional<WindowRow> selected() {
        return Optional.ofNullable(selected);
    }

    /** Follows the windows until the subscription is closed. */
    public Subscription attach() {
        Loader<List<WindowRow>> loader =
                new Loader<>("The maintenance windows", context.background(), context.ui(), rows::set);
        Runnable look = () -> loader.load(this::read);
        look.run();
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, look));
    }

    private List<WindowRow> read() {
        Instant now = context.clock().instant();
        return windows.all().stream()
                .map(window -> WindowRow.of(window, assets, context.formats(), now))
                .toList();
    }

    /** Opens the form for a new window. */
    void create() {
        if (!readOnly) {
            selected = null;
            form.set(form(UUID.randomUUID().toString(), null));
        }
    }

    /** Selects a line, as a form where it may be changed; null for none. */
    void select(@Nullable WindowRow row) {
        selected = row;
        form.set(row == null || readOnly ? null : form(row.id(), row.window()));
    }

    private WindowForm form(String id, @Nullable MaintenanceWindow window) {
        return new WindowForm(id, window, context.formats().zone(), context.clock()::instant);
    }

    /** Keeps what stands in the form, or says beside the fields why not. */
    void save() {
        WindowForm edited = form.get();
        if (edited == null || readOnly) {
            return;
        }
        edited.window(user)
                .ifPresent(window -> run(() -> {
                    MaintenanceWindow before = find(window.id());
                    windows.add(window);
                    return done(
                            words(window) + (before == null ? " is added." : " is changed."),
                            new Undo(window.id(), before, words(window)));
                }));
    }

    /** Takes the selected window away at once; it can be taken back. */
    void remove() {
        WindowRow row = selected;
        if (row != null && !readOnly) {
            run(() -> {
                windows.remove(row.id());
                return done(
                        words(row.window()) + " is removed.", new Undo(row.id(), row.window(), words(row.window())));
            });
        }
    }

    /** Takes back the last change. */
    void undo() {
        Undo undo = outcome.get().undoOrNull();
        if (undo == null || readOnly) {
            return;
        }
        run(() -> {
            MaintenanceWindow before = undo.beforeOrNull();
            if (before == null) {
                windows.remove(undo.id());
            } else {
                windows.add(before);
            }
            return done("Taken back. " + undo.what() + (before == null ? " is gone." : " is as before."), null);
        });
    }

    private @Nullable MaintenanceWindow find(String id) {
        return windows.all().stream()
                .filter(window -> window.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private String words(MaintenanceWindow window) {
        WindowRow row =
                WindowRow.of(window, assets, context.formats(), context.clock().instant());
        return "The window of " + row.asset() + " (" + row.when() + ")";
    }

    private static Outcome done(String sentence, @Nullable Undo undo) {
        return new Outcome(sentence, false, undo);
    }

    private void run(Supplier<Outcome> command) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        context.background().execute(() -> {
            Outcome came = carryOut(command);
            List<WindowRow> now = read();
            context.ui().execute(() -> {
                busy.set(false);
                outcome.set(came);
                rows.set(new Load.Ready<>(now));
                if (!came.failed()) {
                    select(null);
                }
            });
        });
    }

    private static Outcome carryOut(Supplier<Outcome> command) {
        try {
            return command.get();
        } catch (IllegalArgumentException e) {
            return new Outcome("Nothing was changed. " + e.getMessage(), true, null);
        } catch (RuntimeException e) {
            LOG.error("A maintenance window could not be changed", e);
            return new Outcome(
                    "Nothing was changed: " + e.getMessage() + ". Try again; the log has the cause.", true, null);
        }
    }
}
