package dev.watchkeeper.app.alarms;

import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator does with alarms besides acknowledging one: in the background, with what was done said afterwards and offered to
 * be undone where that is possible. Called on the UI thread.
 */
public final class AlarmHandling {
    private static final Logger LOG = LoggerFactory.getLogger(AlarmHandling.class);
    private static final String UNDONE = "taken back";

    private final AlarmControls alarms;
    private final String user;
    private final boolean readOnly;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Handled> done = new ReadOnlyObjectWrapper<>(Handled.NOTHING);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** What was done last: a sentence, and what takes it back; null where nothing does. */
    public record Handled(String sentence, @Nullable Runnable undoOrNull) {
        static final Handled NOTHING = new Handled("", null);
    }

    /**
     * @param user who sits at this console, as far as it knows
     * @param readOnly whether nothing may be done from here
     */
    public AlarmHandling(AlarmControls alarms, String user, boolean readOnly, Executor background, Executor ui) {
        this.alarms = alarms;
        this.user = user;
        this.readOnly = readOnly;
        this.background = background;
        this.ui = ui;
    }

    public String user() {
        return user;
    }

    /** Why nothing can be done from here, in one sentence; empty where it can. */
    public Optional<String> refusal() {
        return readOnly
                ? Optional.of("Only looked at from here: handle its alarms in the Watchkeeper that runs this plant.")
                : Optional.empty();
    }

    /** The longest that something may be put on the shelf at once. */
    public Duration longestShelf() {
        return alarms.longestShelf();
    }

    /** What was done last and has not been dismissed; its sentence is empty where there is nothing to say. */
    public ReadOnlyObjectProperty<Handled> doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** What went wrong with the last one, in one sentence; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Says no more of what was done last. */
    public void dismiss() {
        done.set(Handled.NOTHING);
    }

    /** Takes back what was done last, where that is possible. */
    public void undo() {
        Runnable undo = done.get().undoOrNull();
        if (undo != null) {
            dismiss();
            undo.run();
        }
    }

    /**
     * Hides the alarms of a source.
     *
     * @param what as a sentence calls the source
     * @param untilWords as a sentence says the end
     */
    void shelve(AlarmSource source, String what, boolean once, Instant until, String untilWords, String why) {
        String end = once ? " until they return, at most until " : " until ";
        run(
                what + " could not be shelved",
                () -> alarms.shelve(source, once, until, user, why),
                what + " shelved" + end + untilWords + ": " + why + ".",
                () -> unshelve(source, what, UNDONE));
    }

    void unshelve(AlarmSource source, String what, String why) {
        run(
                what + " could not be taken off the shelf",
                () -> alarms.unshelve(source, user, why),
                what + " taken off the shelf.",
                null);
    }

    void takeOutOfService(AlarmSource source, String what, String why) {
        run(
                what + " could not be taken out of service",
                () -> alarms.takeOutOfService(source, user, why),
                what + " out of service: " + why + ".",
                () -> putBack(source, what, UNDONE));
    }

    void putBack(AlarmSource source, String what, String why) {
        run(
                what + " could not be put back in service",
                () -> alarms.putBackInService(source, user, why),
                what + " back in service.",
                null);
    }

    /** Acknowledges all shown alarms of an asset. */
    void acknowledgeAll(AssetId asset, String what, String note) {
        run(
                "The alarms of " + what + " could not be acknowledged",
                () -> alarms.acknowledgeAll(asset, user, note),
                "All alarms of " + what + " acknowledged.",
                null);
    }

    /** Lets the latch of an alarm go. */
    void reset(AlarmId alarm, String note) {
        run("The latch could not be reset", () -> alarms.reset(alarm, user, note), "Latch reset.", null);
    }

    /** Makes somebody the one who takes care of an alarm; empty for nobody. */
    void assign(AlarmId alarm, String ownerBefore, String owner) {
        run(
                "The alarm could not be assigned",
                () -> alarms.assign(alarm, owner, user),
                owner.isEmpty() ? "Nobody takes care of the alarm any more." : owner + " takes care of the alarm.",
                () -> assign(alarm, owner, ownerBefore));
    }

    /** Adds a note to the journal of an alarm. */
    void note(AlarmId alarm, String text) {
        run("The note could not be kept", () -> alarms.note(alarm, text, user), "Noted in the journal.", null);
    }

    private void run(String failure, Runnable command, String sentence, @Nullable Runnable undo) {
        if (readOnly) {
            problem.set(refusal().orElse(""));
            return;
        }
        background.execute(() -> {
            try {
                command.run();
                ui.execute(() -> show(new Handled(sentence, undo), ""));
            } catch (RuntimeException e) {
                LOG.warn(failure, e);
                ui.execute(() ->
                        show(Handled.NOTHING, failure + ": " + e.getMessage() + ". Nothing has changed; try again."));
            }
        });
    }

    private void show(Handled handled, String trouble) {
        done.set(handled);
        problem.set(trouble);
    }
}
