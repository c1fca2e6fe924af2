package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The policy for retraining as it is being edited; judged with each key. UI thread. */
public final class PolicyViewModel {
    private static final double HOURS_PER_DAY = 24;

    private final BooleanProperty onDrift = new SimpleBooleanProperty();
    private final BooleanProperty onScore = new SimpleBooleanProperty();
    private final BooleanProperty onSchedule = new SimpleBooleanProperty();
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> problems = new EnumMap<>(Field.class);
    private final ReadOnlyBooleanWrapper saveable = new ReadOnlyBooleanWrapper();
    private RetrainPolicy saved = RetrainPolicy.BY_HAND;
    private boolean filling = true;

    /** The numbers of a policy, each with the least and the greatest it may have. */
    enum Field {
        F1_LIMIT("F1", 0.01, 1, ""),
        FEWEST_LABELS("Answers", 1, 1_000_000, ""),
        EVERY_DAYS("Days", 1 / HOURS_PER_DAY, 3_650, " (an hour is 0.042)"),
        PAUSE_HOURS("Hours", 1 / 60.0, 8_760, " (a minute is 0.017)");

        private final String label;
        private final double least;
        private final double most;
        private final String hint;

        Field(String label, double least, double most, String hint) {
            this.label = label;
            this.least = least;
            this.most = most;
            this.hint = hint;
        }
    }

    PolicyViewModel() {
        for (Field field : Field.values()) {
            StringProperty text = new SimpleStringProperty("");
            texts.put(field, text);
            problems.put(field, new ReadOnlyStringWrapper(""));
            text.subscribe(value -> judge());
        }
        onDrift.subscribe(value -> judge());
        onScore.subscribe(value -> judge());
        onSchedule.subscribe(value -> judge());
        fill(RetrainPolicy.BY_HAND);
    }

    BooleanProperty onDriftProperty() {
        return onDrift;
    }

    BooleanProperty onScoreProperty() {
        return onScore;
    }

    BooleanProperty onScheduleProperty() {
        return onSchedule;
    }

    StringProperty textProperty(Field field) {
        return Objects.requireNonNull(texts.get(field));
    }

    /** What is wrong with a number, in one sentence; empty when nothing is. */
    ReadOnlyStringProperty problemProperty(Field field) {
        return Objects.requireNonNull(problems.get(field)).getReadOnlyProperty();
    }

    /** Whether it differs from what is saved and nothing is wrong with it. */
    ReadOnlyBooleanProperty saveableProperty() {
        return saveable.getReadOnlyProperty();
    }

    /** Shows what is saved, unless the user is editing it; {@code anew} even then. */
    void show(RetrainPolicy policy, boolean anew) {
        boolean touched = !edited().equals(Optional.of(saved));
        boolean changed = !policy.equals(saved);
        saved = policy;
        if (anew || (changed && !touched)) {
            fill(policy);
        } else {
            judge();
        }
    }

    /** Gives up what was edited. */
    void revert() {
        fill(saved);
    }

    /** What is edited; empty when something is wrong with it. */
    Optional<RetrainPolicy> edited() {
        for (ReadOnlyStringWrapper problem : problems.values()) {
            if (!problem.get().isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(new RetrainPolicy(
                onDrift.get(),
                onScore.get(),
                number(Field.F1_LIMIT),
                (int) number(Field.FEWEST_LABELS),
                onSchedule.get(),
                Duration.ofMinutes(Math.max(60, Math.round(number(Field.EVERY_DAYS) * 24 * 60))),
                Duration.ofMinutes(Math.max(1, Math.round(number(Field.PAUSE_HOURS) * 60)))));
    }

    private void fill(RetrainPolicy policy) {
        filling = true;
        onDrift.set(policy.onDrift());
        onScore.set(policy.onScore());
        onSchedule.set(policy.onSchedule());
        set(Field.F1_LIMIT, policy.f1Limit());
        set(Field.FEWEST_LABELS, policy.fewestLabels());
        set(Field.EVERY_DAYS, round(policy.every().toMinutes() / (24 * 60.0)));
        set(Field.PAUSE_HOURS, round(policy.pause().toMinutes() / 60.0));
        filling = false;
        judge();
    }

    private void judge() {
        if (filling) {
            return;
        }
        for (Field field : Field.values()) {
            Objects.requireNonNull(problems.get(field)).set(problem(field));
        }
        saveable.set(edited().filter(policy -> !policy.equals(saved)).isPresent());
    }

    private String problem(Field field) {
        double number = number(field);
        if (Double.isNaN(number)) {
            return field.label + ": write a number.";
        }
        if (number < field.least || number > field.most) {
            return field.label + ": from " + plain(round(field.least)) + " to " + plain(field.most) + field.hint + ".";
        }
        if (field == Field.FEWEST_LABELS && number != Math.rint(number)) {
            return field.label + ": write a whole number.";
        }
        return "";
    }

    private double number(Field field) {
        try {
            return Double.parseDouble(textProperty(field).get().strip().replace(',', '.'));
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }

    private void set(Field field, double value) {
        textProperty(field).set(plain(value));
    }

    private static double round(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
