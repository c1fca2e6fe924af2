package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.label.Labels;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Labels alarms and spans for a user, in the background: the store may take its time. What was just given is offered to be
 * taken back. Called on the UI thread.
 */
public final class Labeller {
    private static final Logger LOG = LoggerFactory.getLogger(Labeller.class);

    private final Labels labels;
    private final String user;
    private final Executor background;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<List<Label>> given = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param user who sits at this console, as far as it knows */
    public Labeller(Labels labels, String user, Executor background, Executor ui) {
        this.labels = labels;
        this.user = user;
        this.background = background;
        this.ui = ui;
    }

    /** What was given last and has not been taken back or dismissed; empty where there is nothing to offer. */
    public ReadOnlyObjectProperty<List<Label>> givenProperty() {
        return given.getReadOnlyProperty();
    }

    /** What went wrong with the last one, in one sentence; empty when nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Gives an answer about one or more subjects. The labels' listeners hear of the success, {@link #problemProperty} tells
     * of a failure.
     *
     * @param by who gives it; the user of this console where that is blank
     */
    public void label(List<LabelSubject> subjects, LabelKind kind, String reason, String by) {
        run(
                "The label could not be kept",
                () -> subjects.stream()
                        .map(subject -> labels.put(subject, kind, reason, named(by)))
                        .toList());
    }

    /** Takes answers back. */
    public void undo(List<Label> answers, String by) {
        run("The label could not be taken back", () -> {
            answers.forEach(answer -> labels.undo(answer, named(by)));
            return List.of();
        });
    }

    /** Takes back what is offered to be taken back. */
    public void undoGiven() {
        List<Label> answers = given.get();
        if (!answers.isEmpty()) {
            undo(answers, user);
        }
    }

    /** No longer offers to take back what was given last; it can still be taken back where it is shown. */
    public void dismiss() {
        given.set(List.of());
        problem.set("");
    }

    private String named(String by) {
        return by.isBlank() ? user : by.strip();
    }

    private void run(String failure, Supplier<List<Label>> command) {
        background.execute(() -> {
            try {
                List<Label> outcome = command.get();
                ui.execute(() -> show(outcome, ""));
            } catch (RuntimeException e) {
                LOG.warn(failure, e);
                ui.execute(
                        () -> show(List.of(), failure + ": " + e.getMessage() + ". Nothing has changed; try again."));
            }
        });
    }

    private void show(List<Label> offered, String sentence) {
        given.set(offered);
        problem.set(sentence);
    }
}
