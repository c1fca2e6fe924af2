package dev.watchkeeper.engine.label;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.DriftAlarms;
import dev.watchkeeper.engine.model.desk.Answers;
import dev.watchkeeper.engine.model.train.LeftOut;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people's labels teach the models. A label on a drift alarm says something of the model, not of the readings, and so
 * leaves nothing out: what drifted is what the next model is to learn.
 */
public final class LabelAnswers implements Answers {
    private final Labels labels;
    private final Alarms alarms;

    public LabelAnswers(Labels labels, Alarms alarms) {
        this.labels = labels;
        this.alarms = alarms;
    }

    @Override
    public Lesson lesson(AssetId asset, TimeSpan span) {
        List<LeftOut.Stretch> leftOut = new ArrayList<>();
        int keptAsNormal = 0;
        for (Label label : labels.of(asset, span)) {
            boolean abnormal = label.kind() == LabelKind.TRUE_ANOMALY || label.kind() == LabelKind.MAINTENANCE;
            if (abnormal && !isOfDrift(label)) {
                leftOut.add(new LeftOut.Stretch(Set.copyOf(label.sensors()), label.span(), label.at()));
            }
            keptAsNormal += label.kind() == LabelKind.NOT_AN_ANOMALY ? 1 : 0;
        }
        return new Lesson(new LeftOut(leftOut), keptAsNormal);
    }

    @Override
    public Score score(AssetId asset, TimeSpan span) {
        Duration length = span.length().isZero() ? Duration.ofMillis(1) : span.length();
        RealisedScore score =
                RealisedScores.read(alarms, labels, asset, span, length).get(0);
        return new Score(score.f1(), score.judged());
    }

    private boolean isOfDrift(Label label) {
        return label.alarm()
                .flatMap(this::rule)
                .filter(DriftAlarms.RULE::equals)
                .isPresent();
    }

    private Optional<String> rule(AlarmId alarm) {
        return alarms.find(alarm).map(found -> found.rule());
    }
}
