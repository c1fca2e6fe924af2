package dev.watchkeeper.app.trends;

import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelChange;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which span of a trend is picked to be labelled, and the labelling of it. UI thread. */
final class TrendLabels {
    private final Labels labels;
    private final Labeller labeller;
    private final ReadOnlyObjectWrapper<Optional<Picked>> picked = new ReadOnlyObjectWrapper<>(Optional.empty());

    TrendLabels(Labels labels, Labeller labeller) {
        this.labels = labels;
        this.labeller = labeller;
    }

    /**
     * A span that is picked.
     *
     * @param label the label that was picked with it; empty for a span that was picked by hand
     */
    record Picked(TimeSpan span, Optional<Label> label) {}

    ReadOnlyObjectProperty<Optional<Picked>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** Picks the span between two moments; none where they are the same. */
    void pick(long oneMillis, long otherMillis) {
        Instant start = Instant.ofEpochMilli(Math.min(oneMillis, otherMillis));
        Instant end = Instant.ofEpochMilli(Math.max(oneMillis, otherMillis));
        picked.set(
                start.equals(end)
                        ? Optional.empty()
                        : Optional.of(new Picked(new TimeSpan(start, end), Optional.empty())));
    }

    void pick(Label label) {
        picked.set(Optional.of(new Picked(label.span(), Optional.of(label))));
    }

    void pickNothing() {
        picked.set(Optional.empty());
    }

    /**
     * Says what the picked span was, of the sensors of each asset that are shown, or of what the picked label is about; then
     * nothing is picked.
     */
    void label(List<SensorId> shown, LabelKind kind, String reason) {
        picked.get().ifPresent(now -> {
            List<LabelSubject> subjects =
                    now.label().map(Label::subject).map(List::of).orElseGet(() -> subjects(shown, now.span()));
            if (!subjects.isEmpty()) {
                labeller.label(subjects, kind, reason, "");
                pickNothing();
            }
        });
    }

    /** Takes the picked label back. */
    void undo() {
        picked.get().flatMap(Picked::label).ifPresent(label -> {
            labeller.undo(List.of(label), "");
            pickNothing();
        });
    }

    /** Calls the listener after each change of a label, on whatever thread made it. */
    Subscription onChange(Consumer<LabelChange> listener) {
        return labels.onChange(listener);
    }

    private static List<LabelSubject> subjects(List<SensorId> shown, TimeSpan span) {
        Map<AssetId, List<SensorId>> byAsset = new LinkedHashMap<>();
        for (SensorId sensor : shown) {
            byAsset.computeIfAbsent(sensor.asset(), asset -> new ArrayList<>()).add(sensor);
        }
        return byAsset.entrySet().stream()
                .map(one -> LabelSubject.span(one.getKey(), one.getValue(), span))
                .toList();
    }
}
