package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * Asks what something was, on one line or as many as it takes, with one button an answer, a reason, and what was answered so far with a way to take
 * it back. The keys T, N, M and U answer, where {@link #answerTo} is asked.
 */
public final class LabelButtons extends FlowPane {
    private static final double LONGEST_ANSWER = 250;

    private final Formats formats;
    private final Map<LabelKind, ToggleButton> buttons = new EnumMap<>(LabelKind.class);
    private final TextField reason = new TextField();
    private final javafx.scene.control.Label answer = new javafx.scene.control.Label();
    private final Button undo = new Button("Undo label");
    private @Nullable Label shown;

    /**
     * @param prefix begins the ids of the controls, such as {@code detail}
     * @param onAnswer told what was answered; the reason is then {@link #reason}
     * @param onUndo told which answer to take back
     */
    public LabelButtons(
            String prefix, String question, Formats formats, Consumer<LabelKind> onAnswer, Consumer<Label> onUndo) {
        this.formats = formats;
        getStyleClass().add("label-buttons");
        javafx.scene.control.Label asked = new javafx.scene.control.Label(question);
        asked.getStyleClass().add("section-title");
        asked.setMinWidth(USE_PREF_SIZE);
        getChildren().add(asked);
        for (LabelKind kind : LabelKind.values()) {
            ToggleButton button = new ToggleButton(Words.of(kind), new LabelSymbol(kind));
            button.setId(prefix + "-label-" + LabelSymbol.styleClass(kind));
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(Words.of(kind) + " (" + key(kind).getName() + ")"));
            button.setOnAction(event -> {
                mark(shown);
                onAnswer.accept(kind);
            });
            buttons.put(kind, button);
            getChildren().add(button);
        }
        reason.setId(prefix + "-label-reason");
        reason.setPromptText("Reason, may stay empty");
        answer.getStyleClass().add("label-answer");
        answer.setMaxWidth(LONGEST_ANSWER);
        undo.setId(prefix + "-label-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(event -> Optional.ofNullable(shown).ifPresent(onUndo));
        getChildren().addAll(reason, answer, undo);
        show(null, Instant.EPOCH);
    }

    public String reason() {
        return reason.getText();
    }

    /** Empties the reason for the next answer. */
    public void clearReason() {
        reason.clear();
    }

    /** Shows which answer counts; null for none. */
    public void show(@Nullable Label label, Instant now) {
        shown = label;
        mark(label);
        undo.setVisible(label != null);
        undo.setManaged(label != null);
        String text = label == null
                ? ""
                : "by " + label.by() + ", " + formats.time(label.at(), now)
                        + (label.reason().isEmpty() ? "" : ": " + label.reason());
        answer.setText(text);
        answer.setVisible(!text.isEmpty());
        answer.setManaged(!text.isEmpty());
        answer.setTooltip(text.isEmpty() ? null : new Tooltip(text));
    }

    private void mark(@Nullable Label label) {
        buttons.forEach((kind, button) -> button.setSelected(label != null && label.kind() == kind));
    }

    /** What a key answers; empty where it answers nothing. */
    public static Optional<LabelKind> answerTo(KeyCode code) {
        for (LabelKind kind : LabelKind.values()) {
            if (key(kind) == code) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static KeyCode key(LabelKind kind) {
        return switch (kind) {
            case TRUE_ANOMALY -> KeyCode.T;
            case NOT_AN_ANOMALY -> KeyCode.N;
            case MAINTENANCE -> KeyCode.M;
            case UNKNOWN -> KeyCode.U;
        };
    }
}
