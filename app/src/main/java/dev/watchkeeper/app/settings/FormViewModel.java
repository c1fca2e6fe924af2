package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A thing as it is being edited; judged with each key. What is missing in a new thing is said only beside fields that were
 * touched, so that an empty form does not scold. UI thread.
 */
public final class FormViewModel {
    private final Draft draft;
    private final Supplier<NotifySettings> settings;
    private final Map<String, StringProperty> texts = new HashMap<>();
    private final Map<String, ReadOnlyStringWrapper> problems = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Values values = new Values(name -> textProperty(name).get());
    private final ReadOnlyObjectWrapper<List<Field>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper saveable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean ready;

    /** @param settings as they now stand, into which it is put */
    FormViewModel(Draft draft, Supplier<NotifySettings> settings) {
        this.draft = draft;
        this.settings = settings;
        draft.start().forEach((name, text) -> textProperty(name).set(text));
        ready = true;
        judge();
    }

    Draft draft() {
        return draft;
    }

    String title() {
        return draft.title();
    }

    Values values() {
        return values;
    }

    /** The fields, in their order; they change with what is chosen in them. */
    ReadOnlyObjectProperty<List<Field>> fieldsProperty() {
        return fields.getReadOnlyProperty();
    }

    StringProperty textProperty(String field) {
        StringProperty known = texts.get(field);
        if (known != null) {
            return known;
        }
        StringProperty text = new SimpleStringProperty("");
        texts.put(field, text);
        text.subscribe((before, now) -> {
            if (ready) {
                touched.add(field);
                judge();
            }
        });
        return text;
    }

    /** What is wrong with a field, in one sentence; empty when nothing is, or nothing was typed there yet. */
    ReadOnlyStringProperty problemProperty(String field) {
        return problem(field).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper problem(String field) {
        return problems.computeIfAbsent(field, name -> new ReadOnlyStringWrapper(""));
    }

    /** Whether it differs from what is kept and nothing is wrong with it. */
    ReadOnlyBooleanProperty saveableProperty() {
        return saveable.getReadOnlyProperty();
    }

    /** Whether it differs from what it was at first. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Says beside every field what is wrong with it, touched or not. */
    void showAllProblems() {
        fields.get().forEach(field -> touched.add(field.name()));
        judge();
    }

    /** What the settings would be with it. */
    Draft.Result result() {
        return draft.put(values, settings.get());
    }

    private void judge() {
        List<Field> now = draft.fields(values);
        if (!now.equals(fields.get())) {
            fields.set(now);
        }
        Draft.Result result = result();
        Map<String, String> wrong = new HashMap<>();
        result.problems().forEach(problem -> wrong.merge(problem.field(), problem.advice(), (a, b) -> a));
        Set<String> judged = new HashSet<>(problems.keySet());
        judged.addAll(wrong.keySet());
        judged.forEach(field -> problem(field).set(said(field) ? wrong.getOrDefault(field, "") : ""));
        Map<String, String> start = draft.start();
        changed.set(texts.entrySet().stream()
                .anyMatch(each -> !each.getValue().get().equals(start.getOrDefault(each.getKey(), ""))));
        saveable.set(changed.get() && result.problems().isEmpty());
    }

    private boolean said(String field) {
        return touched.contains(field) || !textProperty(field).get().isEmpty();
    }

    /** The first thing that is wrong, said or not; empty when nothing is. */
    String firstProblem() {
        return result().problems().stream().findFirst().map(Problem::advice).orElse("");
    }
}
