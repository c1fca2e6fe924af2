package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleCheck;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.RuleProblem;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is being written; judged with each key. What is missing in a new rule is said beside a field only when somebody was
 * there, so that an empty form does not scold. UI thread.
 */
public final class RuleFormViewModel {
    private final RulePorts ports;
    private final RuleWords words;
    private final @Nullable AlarmRule original;
    private final RuleDraft start;
    private final GuidancePrefill prefill;
    private final ObjectProperty<RuleKind> kind = new SimpleObjectProperty<>(RuleKind.LIMIT_VALUE);
    private final BooleanProperty latching = new SimpleBooleanProperty();
    private final BooleanProperty enabled = new SimpleBooleanProperty(true);
    private final Map<RuleField, StringProperty> texts = new EnumMap<>(RuleField.class);
    private final Map<RuleField, ReadOnlyStringWrapper> problems = new EnumMap<>(RuleField.class);
    private final Set<RuleField> touched = EnumSet.noneOf(RuleField.class);
    private final ReadOnlyObjectWrapper<RuleCheck> check;
    private boolean ready;

    RuleFormViewModel(RulePorts ports, RuleDraft opened) {
        this.ports = ports;
        words = new RuleWords(ports.assets());
        prefill = new GuidancePrefill(ports.assets());
        RuleDraft usual = RuleDraft.empty(opened.kind());
        for (RuleField field : RuleField.values()) {
            String text = opened.texts().containsKey(field) ? opened.text(field) : usual.text(field);
            texts.put(field, new SimpleStringProperty(text));
            problems.put(field, new ReadOnlyStringWrapper(""));
        }
        kind.set(opened.kind());
        latching.set(opened.latching());
        enabled.set(opened.enabled());
        fillIn();
        start = draft();
        check = new ReadOnlyObjectWrapper<>(ports.rules().check(start));
        original = check.get()
                .rule()
                .flatMap(rule -> ports.rules().find(rule.id()))
                .orElse(null);
        texts.forEach((field, text) -> text.subscribe((before, now) -> changed(field)));
        kind.subscribe((before, now) -> {
            RuleDraft standard = RuleDraft.empty(now);
            now.fields().stream()
                    .filter(field -> text(field).get().isEmpty())
                    .forEach(field -> text(field).set(standard.text(field)));
            fillIn();
            judge();
        });
        latching.subscribe((before, now) -> judge());
        enabled.subscribe((before, now) -> judge());
        ready = true;
        judge();
    }

    /** What heads the dialog. */
    String title() {
        return original == null ? "New alarm rule" : words.name(original);
    }

    /** The rule that is being changed; empty for a new one. */
    Optional<AlarmRule> original() {
        return Optional.ofNullable(original);
    }

    ObjectProperty<RuleKind> kindProperty() {
        return kind;
    }

    StringProperty text(RuleField field) {
        return texts.computeIfAbsent(field, absent -> new SimpleStringProperty(""));
    }

    BooleanProperty latchingProperty() {
        return latching;
    }

    BooleanProperty enabledProperty() {
        return enabled;
    }

    /** What is wrong with a field, in one sentence; empty when nothing is, or nobody was there yet. */
    ReadOnlyStringProperty problem(RuleField field) {
        return problemOf(field).getReadOnlyProperty();
    }

    /** What came of judging what now stands there. */
    ReadOnlyObjectProperty<RuleCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** Whether it differs from what it was at first. */
    boolean dirty() {
        return !draft().equals(start);
    }

    /** Whether saving it would change anything. */
    boolean differs() {
        return !check.get().rule().equals(original());
    }

    /** What stands there. */
    RuleDraft draft() {
        Map<RuleField, String> typed = new EnumMap<>(RuleField.class);
        for (RuleField field : kind.get().fields()) {
            typed.put(field, text(field).get());
        }
        return new RuleDraft(kind.get(), typed, latching.get(), enabled.get());
    }

    /** Whether a field says which rule it is; in a rule that stands it cannot be changed. */
    boolean fixed(RuleField field) {
        return original != null && (field == RuleField.ASSET || field == RuleField.SENSOR || field == RuleField.LEVEL);
    }

    boolean kindFixed() {
        return original != null;
    }

    /** The unit of what is typed into a field; empty where it has none. */
    String unit(RuleField field) {
        String unit = sensor().map(sensor -> sensor.unit().symbol()).orElse("");
        boolean rate = kind.get() == RuleKind.RATE_OF_CHANGE;
        return switch (field) {
            case LIMIT -> unit;
            case DEADBAND -> rate ? unit + " / s" : unit;
            case RATE -> unit + " / s";
            default -> "";
        };
    }

    /** What can be chosen for a field; empty where it is typed. */
    List<Choice> choices(RuleField field) {
        return switch (field) {
            case ASSET ->
                ports.assets().all().stream()
                        .map(asset -> new Choice(asset.id().value(), asset.label()))
                        .toList();
            case SENSOR ->
                ports.assets().all().stream()
                        .filter(asset -> asset.id().value().equals(typed(RuleField.ASSET)))
                        .flatMap(asset -> asset.sensors().stream())
                        .map(sensor -> new Choice(sensor.id().name(), sensor.label()))
                        .toList();
            case LEVEL ->
                Arrays.stream(Condition.Level.values())
                        .sorted(java.util.Comparator.reverseOrder())
                        .map(level -> new Choice(level.name(), capital(level.words())))
                        .toList();
            case PRIORITY ->
                Arrays.stream(Priority.values())
                        .sorted(java.util.Comparator.reverseOrder())
                        .map(priority -> new Choice(priority.name(), Words.of(priority)))
                        .toList();
            default -> List.of();
        };
    }

    /** The sensor that is chosen, as far as it is known. */
    Optional<Sensor> sensor() {
        String asset = typed(RuleField.ASSET);
        String name = typed(RuleField.SENSOR);
        if (!kind.get().ofSensor() || asset.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return words.find(SensorId.of(asset, name));
    }

    /** What would be replaced by saving a new rule, in one sentence; empty when nothing would. */
    Optional<String> replaces() {
        return original != null
                ? Optional.empty()
                : check.get()
                        .rule()
                        .flatMap(rule -> ports.rules().find(rule.id()))
                        .map(stands -> "Such a rule stands already: " + words.condition(stands.condition())
                                + ". Saving puts this one in its place; undo brings it back.");
    }

    /** Says beside each field what is wrong with it, touched or not. */
    void showAllProblems() {
        touched.addAll(EnumSet.allOf(RuleField.class));
        judge();
    }

    /** Somebody has left a field. */
    void left(RuleField field) {
        if (touched.add(field)) {
            judge();
        }
    }

    /** Puts a number where it is typed. */
    void put(RuleField field, double value) {
        text(field).set(Formats.value(value).replace('−', '-'));
    }

    private void changed(RuleField field) {
        if (!ready) {
            return;
        }
        touched.add(field);
        if (field == RuleField.ASSET) {
            ready = false;
            text(RuleField.SENSOR).set("");
            touched.remove(RuleField.SENSOR);
            ready = true;
        }
        if (field == RuleField.ASSET || field == RuleField.SENSOR) {
            fillIn();
        }
        judge();
    }

    /** Puts the guidance of sensor or asset where nobody has typed any. */
    private void fillIn() {
        boolean was = ready;
        ready = false;
        prefill.fill(kind.get(), typed(RuleField.ASSET), typed(RuleField.SENSOR), this::text);
        ready = was;
    }

    private void judge() {
        if (!ready) {
            return;
        }
        RuleCheck now = ports.rules().check(draft());
        for (RuleField field : RuleField.values()) {
            boolean said = touched.contains(field) || !typed(field).isEmpty();
            problemOf(field).set(said ? now.problem(field).orElse("") : "");
        }
        check.set(now);
    }

    /** The first thing that is wrong; empty when nothing is. */
    String firstProblem() {
        return check.get().problems().stream()
                .findFirst()
                .map(RuleProblem::text)
                .orElse("");
    }

    private ReadOnlyStringWrapper problemOf(RuleField field) {
        return problems.computeIfAbsent(field, absent -> new ReadOnlyStringWrapper(""));
    }

    private String typed(RuleField field) {
        return text(field).get().strip();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
