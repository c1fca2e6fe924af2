package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.kpi.AlarmSource;
import dev.watchkeeper.engine.alarm.rehearse.NothingToRehearseException;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsal;
import dev.watchkeeper.engine.alarm.rehearse.RehearsalMonitor;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.RuleWatch;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rehearses conditions of one sensor for good, over what history has; of the others it says that there is nothing. */
public final class FakeRehearsals implements Rehearsals {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int LOOK_EVERY = 500;

    private final ReadingHistory history;
    private final Alarms alarms;
    private final InstantSource clock;
    private volatile @Nullable Phaser gate;

    FakeRehearsals(ReadingHistory history, Alarms alarms, InstantSource clock) {
        this.history = history;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** From now on each rehearsal stops half way until the phaser goes on, or somebody cancels; null for no stop. */
    public void holdAt(@Nullable Phaser next) {
        gate = next;
    }

    @Override
    public Rehearsal rehearse(AlarmRule rule, TimeSpan asked, RehearsalMonitor monitor) {
        if (!(rule.condition() instanceof Condition.OfSensor condition)) {
            throw new NothingToRehearseException(
                    "There are no scores of " + rule.condition().asset() + " in this span. Choose a longer one.");
        }
        Instant now = clock.instant();
        TimeSpan span = new TimeSpan(asked.start(), now.isBefore(asked.end()) ? now : asked.end());
        Replay replay = new Replay(rule, condition, span, monitor);
        history.forEachReading(condition.sensor(), span, replay::take);
        if (replay.judged == 0) {
            throw new NothingToRehearseException(
                    "There are no readings of " + condition.sensor() + " in this span. Choose a longer one.");
        }
        return replay.result(now);
    }

    private final class Replay {
        private final AlarmRule rule;
        private final TimeSpan span;
        private final RehearsalMonitor monitor;
        private final RuleWatch watch;
        private final AlarmSource source;
        private final Map<AlarmId, AlarmFact> raised = new LinkedHashMap<>();
        private long judged;

        Replay(AlarmRule rule, Condition.OfSensor condition, TimeSpan span, RehearsalMonitor monitor) {
            this.rule = rule;
            this.span = span;
            this.monitor = monitor;
            watch = new RuleWatch(condition);
            source = new AlarmSource(condition.asset(), condition.name(), condition.sensor());
        }

        void take(Reading reading) {
            judged++;
            if (judged % LOOK_EVERY == 0) {
                look(reading.time());
            }
            for (Detection detection : watch.judge(reading.time().toEpochMilli(), reading.value())) {
                AlarmId id = new AlarmId(detection.id().value());
                boolean closed = detection.phase() == Detection.Phase.CLOSED;
                raised.put(
                        id,
                        new AlarmFact(
                                id,
                                source,
                                rule.priority(),
                                detection.openedAt(),
                                closed ? detection.at() : null,
                                null));
            }
        }

        private void look(Instant at) {
            double done = (double) (at.toEpochMilli() - span.start().toEpochMilli())
                    / span.length().toMillis();
            monitor.progress(Math.min(1, done));
            Phaser held = gate;
            if (held != null && done >= 0.5) {
                held.awaitAdvance(held.getPhase());
            }
            if (monitor.cancelled()) {
                throw new CancellationException("rehearsal of " + rule.id());
            }
        }

        Rehearsal result(Instant now) {
            List<AlarmFact> others = new ArrayList<>();
            List<AlarmFact> actual = new ArrayList<>();
            for (Alarm alarm : alarms.opened(span, Integer.MAX_VALUE)) {
                boolean own =
                        alarm.asset().equals(source.asset()) && alarm.rule().equals(source.rule());
                (own ? actual : others).add(AlarmFact.of(alarm));
            }
            actual.sort(AlarmFact.BY_OPENING);
            others.sort(AlarmFact.BY_OPENING);
            List<AlarmFact> facts =
                    raised.values().stream().sorted(AlarmFact.BY_OPENING).toList();
            List<AlarmFact> together =
                    Stream.concat(facts.stream(), others.stream()).toList();
            return new Rehearsal(
                    rule,
                    span,
                    judged,
                    facts,
                    actual,
                    others,
                    AlarmKpis.of(facts, span, now, ZONE, OptionalInt.empty()),
                    AlarmKpis.of(together, span, now, ZONE, OptionalInt.empty()));
        }
    }
}
