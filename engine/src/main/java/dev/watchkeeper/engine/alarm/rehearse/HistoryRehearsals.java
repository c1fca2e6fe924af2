package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.alarm.AlarmDesk;
import dev.watchkeeper.engine.alarm.AlarmPolicy;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.alarm.kpi.AlarmFact;
import dev.watchkeeper.engine.alarm.kpi.AlarmFacts;
import dev.watchkeeper.engine.alarm.kpi.AlarmKpis;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDefinitions;
import dev.watchkeeper.engine.alarm.rule.RuleWording;
import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Rehearses on what is stored: the readings go through the watches that also run in the detection job, and what these tell through
 * an alarm desk of its own, with what the rule lays down and nothing suppressed. Nothing that is stored is changed.
 *
 * <p>The same readings raise the same alarms as live, with the same ids. Where the past differs from what the job saw is said in
 * decision 18: readings that came too late live are in the order of time here, and the anomaly detectors begin a day before the
 * span, or from the champion's training.
 */
public final class HistoryRehearsals implements Rehearsals {
    private final Past past;
    private final Alarms alarms;
    private final Assets assets;
    private final RuleDefinitions definitions;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * What is stored, and what judged it.
     *
     * @param sensitivity of detectors that learn as they go
     * @param champions freshly restored at each call; empty where no model is deployed, or its file cannot be used
     */
    public record Past(
            ReadingHistory readings,
            DriftHistory drift,
            Sensitivity sensitivity,
            Function<AssetId, Optional<RestoredModel>> champions) {}

    /**
     * Rehearses on a past.
     *
     * @param alarms those that were really raised
     * @param zone whose midnights part the days of the figures
     */
    public HistoryRehearsals(Past past, Alarms alarms, Assets assets, InstantSource clock, ZoneId zone) {
        this.past = past;
        this.alarms = alarms;
        this.assets = assets;
        this.clock = clock;
        this.zone = zone;
        definitions = new RuleDefinitions(new RuleWording(assets));
    }

    @Override
    public Rehearsal rehearse(AlarmRule rule, TimeSpan span, RehearsalMonitor monitor) {
        Instant now = clock.instant();
        if (!span.start().isBefore(now) || span.length().isZero()) {
            throw new NothingToRehearseException(
                    "Nothing of the chosen time has passed yet; choose one that begins in the past.");
        }
        TimeSpan replayed = new TimeSpan(span.start(), span.end().isAfter(now) ? now : span.end());
        PastReplay replay = replay(rule.condition());
        List<Detection> told = new ArrayList<>();
        long judged = replay.replay(replayed, monitor, told::add);
        if (judged == 0) {
            throw new NothingToRehearseException(replay.nothing(replayed));
        }
        List<AlarmFact> raised = raised(rule, told, replayed);
        List<AlarmFact> actual = new ArrayList<>();
        List<AlarmFact> others = new ArrayList<>();
        AlarmFacts.forEach(
                alarms,
                replayed,
                alarm -> (RuleDefinitions.ruleOf(AlarmSource.of(alarm)).equals(rule.id()) ? actual : others)
                        .add(AlarmFact.of(alarm)));
        actual.sort(AlarmFact.BY_OPENING);
        others.sort(AlarmFact.BY_OPENING);
        List<AlarmFact> together = new ArrayList<>(raised);
        together.addAll(others);
        monitor.progress(1);
        return new Rehearsal(
                rule,
                replayed,
                judged,
                raised,
                actual,
                others,
                AlarmKpis.of(raised, replayed, replayed.end(), zone, OptionalInt.empty()),
                AlarmKpis.of(together, replayed, replayed.end(), zone, OptionalInt.empty()));
    }

    private PastReplay replay(Condition condition) {
        if (condition instanceof Condition.OfSensor ofSensor) {
            return new SensorReplay(past.readings(), ofSensor);
        }
        if (condition instanceof Condition.MissingData missing) {
            return new GapReplay(past.readings(), missing);
        }
        List<SensorId> sensors = assets.find(condition.asset()).stream()
                .flatMap(asset -> asset.sensors().stream())
                .map(Sensor::id)
                .toList();
        if (condition instanceof Condition.Anomaly anomaly) {
            return new AssetReplay(
                    past.readings(),
                    anomaly,
                    sensors,
                    past.sensitivity(),
                    past.champions().apply(anomaly.asset()).orElse(null));
        }
        return new DriftReplay(past.drift(), condition.asset(), sensors);
    }

    /** What the alarm desk makes of it, also of a rule that is switched off for now. */
    private List<AlarmFact> raised(AlarmRule rule, List<Detection> told, TimeSpan span) {
        RehearsalBook book = new RehearsalBook();
        AlarmDesk desk = new AlarmDesk(
                book,
                assets,
                AlarmPolicy.STANDARD,
                source -> Optional.of(definitions.definition(rule, true)),
                DesignLogic.NONE,
                clock);
        desk.accept(told);
        return book.opened(span, Integer.MAX_VALUE).stream()
                .map(AlarmFact::of)
                .sorted(AlarmFact.BY_OPENING)
                .toList();
    }
}
