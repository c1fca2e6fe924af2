package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.models.ModelPorts;
import dev.watchkeeper.app.settings.SettingsPorts;
import dev.watchkeeper.app.shell.ConsolePorts;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.design.MaintenanceDesk;
import dev.watchkeeper.engine.alarm.rehearse.HistoryRehearsals;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.RuleDesk;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.detect.Contribution;
import dev.watchkeeper.engine.detect.EarlierWindow;
import dev.watchkeeper.engine.detect.Evidence;
import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScorePart;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.knowledge.Knowledge;
import dev.watchkeeper.engine.label.LabelDesk;
import dev.watchkeeper.engine.live.DeviceDesk;
import dev.watchkeeper.engine.live.DeviceWatch;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.tracking.mlflow.MirrorStatus;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.signal.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A waste-water pump station with seven assets and 36 sensors. A bearing runs hot, a pipe is partly blocked, a flow
 * meter is silent, a level transmitter is stuck; alarms are in every state.
 */
public final class FakePlant {
    /** When the story begins: a Tuesday night. */
    public static final Instant START = Instant.parse("2026-03-17T02:12:40Z");

    private static final Duration FILLED = Duration.ofMinutes(30);

    private final TestClock clock = new TestClock(START);
    private final FakeAssets assets = new FakeAssets();
    private final FakeAlarms alarms = new FakeAlarms(clock, assets);
    private final MemoryLabelBook labelBook = new MemoryLabelBook();
    private final LabelDesk labels = new LabelDesk(labelBook, clock);
    private final LiveReadings live = new LiveReadings();
    private final Map<SensorId, Course> courses = new LinkedHashMap<>();
    private final FakeHistory history;
    private final Helpdesk helpdesk;
    private final FakeModels models = new FakeModels(clock);
    private final FakeTracking tracking = new FakeTracking();
    private final FakeDriftHistory drift = new FakeDriftHistory();
    private final FakeNotifications notifications = new FakeNotifications(clock);
    private final MemoryRuleBook ruleBook = new MemoryRuleBook();
    private final RuleDesk rules = new RuleDesk(ruleBook, assets, clock);
    private final Rehearsals rehearsals;
    private final MaintenanceDesk maintenance = new MaintenanceDesk(new MemorySettingsBook(), assets, clock);
    private final MemoryDeviceBook deviceBook = new MemoryDeviceBook();
    private final DeviceDesk devices;
    private @Nullable MirrorStatus mirror;
    private PipelineStatus status = new PipelineStatus(
            PipelineStatus.State.RUNNING,
            "Embedded",
            "All parts of the pipeline are running.",
            36,
            0,
            0,
            0,
            Duration.ofSeconds(6));

    /** A plant in which nothing is connected yet. */
    public static FakePlant starting() {
        FakePlant plant = new FakePlant(false);
        plant.status = PipelineStatus.starting("Embedded");
        return plant;
    }

    public FakePlant() {
        this(true);
    }

    private FakePlant(boolean built) {
        history = new FakeHistory(courses, clock);
        rehearsals = new HistoryRehearsals(
                new HistoryRehearsals.Past(history, drift, Sensitivity.NORMAL, asset -> Optional.empty()),
                alarms,
                assets,
                clock,
                ZoneId.of("Europe/Berlin"));
        devices = new DeviceDesk(new DeviceWatch(assets, live, sensor -> Optional.empty(), () -> status), deviceBook);
        helpdesk = new Helpdesk(plantPorts(Helpdesk::find));
        if (built) {
            build();
        }
    }

    private void build() {
        Stations.build(this);
        Instant from = START.minus(FILLED);
        for (Instant at = from; !at.isAfter(START); at = at.plusSeconds(1)) {
            feed(at);
        }
        devices.tick(START);
    }

    /** What a console needs of this plant. */
    public ConsolePorts ports(Executor background) {
        return ports(background, false);
    }

    /** What a console needs of this plant. */
    public ConsolePorts ports(Executor background, boolean readOnly) {
        return new ConsolePorts(
                alarms,
                labels,
                assets,
                live,
                history,
                new ModelPorts(models, tracking, drift, () -> Optional.ofNullable(mirror)),
                new SettingsPorts(notifications),
                rules,
                rehearsals,
                maintenance,
                devices,
                helpdesk.ports(),
                () -> status,
                clock,
                ZoneId.of("Europe/Berlin"),
                "m.weber",
                readOnly,
                background);
    }

    public RuleDesk rules() {
        return rules;
    }

    public MemoryRuleBook ruleBook() {
        return ruleBook;
    }

    public Rehearsals rehearsals() {
        return rehearsals;
    }

    /** What the assistant reads of this plant, with these documents. */
    public PlantPorts plantPorts(Knowledge knowledge) {
        return new PlantPorts(
                alarms,
                labels,
                assets,
                live,
                history,
                drift,
                models,
                () -> status,
                knowledge,
                clock,
                ZoneId.of("Europe/Berlin"));
    }

    public Helpdesk helpdesk() {
        return helpdesk;
    }

    public FakeNotifications notifications() {
        return notifications;
    }

    public MaintenanceDesk maintenance() {
        return maintenance;
    }

    public DeviceDesk devices() {
        return devices;
    }

    /** What devices went through before. */
    public MemoryDeviceBook deviceBook() {
        return deviceBook;
    }

    public PipelineStatus status() {
        return status;
    }

    public TestClock clock() {
        return clock;
    }

    public FakeAlarms alarms() {
        return alarms;
    }

    public LabelDesk labels() {
        return labels;
    }

    public MemoryLabelBook labelBook() {
        return labelBook;
    }

    public FakeAssets assets() {
        return assets;
    }

    public LiveReadings live() {
        return live;
    }

    public FakeHistory history() {
        return history;
    }

    public FakeModels models() {
        return models;
    }

    public FakeTracking tracking() {
        return tracking;
    }

    public FakeDriftHistory drift() {
        return drift;
    }

    /** How it stands with the MLflow server from now on. */
    public void setMirror(MirrorStatus status) {
        mirror = status;
    }

    public void setStatus(PipelineStatus next) {
        status = next;
    }

    /** Lets seconds pass, with a reading of every sensor in each. */
    public void advance(int seconds) {
        for (int i = 0; i < seconds; i++) {
            clock.advance(Duration.ofSeconds(1));
            feed(clock.instant());
            devices.tick(clock.instant());
        }
    }

    /** Raises an alarm of medium priority on the wet well, as of now. */
    public Alarm raise(String message) {
        Instant now = clock.instant();
        Alarm alarm = alarm(
                "raised-" + now.toEpochMilli(),
                "wet-well",
                message,
                Priority.MEDIUM,
                AlarmState.ACTIVE_UNACKNOWLEDGED,
                Duration.ZERO,
                null,
                List.of(new Contribution(SensorId.of("wet-well", "level"), 1)),
                null);
        alarms.put(alarm);
        return alarm;
    }

    void asset(String id, String label, String area, List<Course> own, List<Sensor> sensors) {
        own.forEach(course -> courses.put(course.sensor(), course));
        assets.add(new Asset(new AssetId(id), label, area, sensors));
    }

    double middle(SensorId sensor) {
        return Objects.requireNonNull(courses.get(sensor)).middle();
    }

    /** How far a sensor moves by itself, as a standard deviation about. */
    double swing(SensorId sensor) {
        Course course = Objects.requireNonNull(courses.get(sensor));
        return Math.max(course.swing() / 1.5, course.noise());
    }

    void alarm(Alarm alarm) {
        alarms.put(alarm);
    }

    static Alarm alarm(
            String id,
            String asset,
            String message,
            Priority priority,
            AlarmState state,
            Duration ago,
            @Nullable Duration lasted,
            List<Contribution> shares,
            Alarm.@Nullable Acknowledgment given) {
        Instant opened = START.minus(ago);
        return new Alarm(
                new AlarmId(id),
                new AssetId(asset),
                "novelty",
                message,
                priority,
                state,
                opened,
                opened.plusSeconds(2),
                lasted == null ? null : opened.plus(lasted),
                TimeSpan.before(opened.plusSeconds(1), Duration.ofMinutes(4)),
                priority == Priority.HIGH ? 0.97 : 0.86,
                shares,
                Evidences.of(opened, shares),
                Guides.of(asset, message),
                given);
    }

    static Sensor sensor(String asset, String name, String label, String unit) {
        return new Sensor(SensorId.of(asset, name), label, new Unit(unit), null);
    }

    private void feed(Instant at) {
        long millis = at.toEpochMilli();
        List<Reading> readings = new ArrayList<>();
        List<ScoredReading> scores = new ArrayList<>();
        for (Course course : courses.values()) {
            if (Stations.silent(course.sensor(), at)) {
                continue;
            }
            double value = Stations.stuck(course.sensor()) ? course.middle() : course.value(millis);
            readings.add(Reading.good(course.sensor(), at, value));
            double score = course.score(millis);
            scores.add(new ScoredReading(
                    course.sensor(),
                    at,
                    value,
                    new Score(
                            false,
                            score,
                            1 / Math.max(0.01, score),
                            course.expectedLow(millis),
                            course.expectedHigh(millis))));
        }
        live.add(readings, at.plusMillis(120));
        live.addScores(scores);
    }

    /** Evidence for the alarms of the story: a level and a course for each sensor with a share worth mentioning. */
    private static final class Evidences {
        static Evidence of(Instant opened, List<Contribution> shares) {
            TimeSpan window = TimeSpan.before(opened.plusSeconds(1), Duration.ofMinutes(4));
            List<ScorePart> parts = new ArrayList<>();
            List<EarlierWindow> earlier = new ArrayList<>();
            for (Contribution one : shares) {
                parts.add(new ScorePart(one.sensor(), ScorePart.Kind.LEVEL, 3, 10 * one.share(), 0.75 * one.share()));
                parts.add(new ScorePart(one.sensor(), ScorePart.Kind.SHAPE, 192, 4 * one.share(), 0.25 * one.share()));
                if (one.share() > 0.2) {
                    Duration back = Duration.ofHours(30 + earlier.size());
                    earlier.add(new EarlierWindow(
                            one.sensor(),
                            window,
                            new TimeSpan(
                                    window.start().minus(back), window.end().minus(back)),
                            0.8 * one.share(),
                            0.15));
                }
            }
            return new Evidence(parts, earlier);
        }
    }

    /** Guidance for the alarms of the story. */
    private static final class Guides {
        static Guidance of(String asset, String message) {
            if (asset.equals("pump-2")) {
                return new Guidance(
                        "Drive-end bearing is losing lubrication, or a grease line is blocked.",
                        "The bearing seizes within hours; pump 2 trips and the wet well rises by 40 cm an hour.",
                        "Switch to pump 3, then stop pump 2. Have the bearing greased and its temperature checked by hand.",
                        Duration.ofMinutes(15));
            }
            if (asset.equals("pump-1")) {
                return new Guidance(
                        "The discharge pipe is partly blocked, or the check valve does not open fully.",
                        "Throughput falls and the motor draws more current; energy cost rises, then the thermal relay trips.",
                        "Compare flow with pump 3 at the same speed. Flush the pipe if it is more than 10 % lower.",
                        Duration.ofMinutes(60));
            }
            return new Guidance(
                    "Inflow differs from the usual course of the day: " + message.toLowerCase(java.util.Locale.ROOT)
                            + ".",
                    "The overflow is reached earlier than the pumps are set for.",
                    "Look at rainfall and inflow of the last hour, and start a second pump if the level keeps rising.",
                    Duration.ofMinutes(30));
        }
    }
}
