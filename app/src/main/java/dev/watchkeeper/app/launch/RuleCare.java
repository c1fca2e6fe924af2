package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.AlarmDefinitions;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.DesignLogic;
import dev.watchkeeper.engine.alarm.design.MaintenanceDesk;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.alarm.design.PlantDesign;
import dev.watchkeeper.engine.alarm.rehearse.HistoryRehearsals;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleDesk;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RulePublisher;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceDesk;
import dev.watchkeeper.engine.live.DeviceEpisode;
import dev.watchkeeper.engine.live.DeviceStates;
import dev.watchkeeper.engine.live.DeviceStatus;
import dev.watchkeeper.engine.live.DeviceWatch;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.deploy.RestoredModel;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.deploy.UnusableModelException;
import dev.watchkeeper.engine.model.desk.ModelBook;
import dev.watchkeeper.engine.model.desk.Standing;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.store.Store;
import dev.watchkeeper.stream.job.DetectionSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that has to do with rules, put together: the desk, what is suppressed by design, states of devices, and rehearsal. */
final class RuleCare {
    private static final Logger LOG = LoggerFactory.getLogger(RuleCare.class);

    private final Store store;
    private final Assets assets;
    private final InstantSource clock;
    private final RuleDesk desk;
    private final MaintenanceDesk maintenance;
    private final PlantDesign design;
    private final DeviceWatch watch;
    private final DeviceDesk devices;
    private final AtomicBoolean publishing = new AtomicBoolean();
    private Rehearsals rehearsals = (rule, span, monitor) -> {
        throw new IllegalStateException("there is no history to rehearse on");
    };

    RuleCare(Store store, Assets assets, LiveReadings live, Supplier<PipelineStatus> pipeline, InstantSource clock) {
        this.store = store;
        this.assets = assets;
        this.clock = clock;
        desk = new RuleDesk(store.rules(), assets, clock);
        maintenance = new MaintenanceDesk(store.settings(), assets, clock);
        design = new PlantDesign(assets, live, maintenance);
        watch = new DeviceWatch(assets, live, this::missingAfter, pipeline);
        devices = new DeviceDesk(watch, store.devices());
    }

    /** Rehearses on a past from now on. To be called once, before anybody asks for {@link #rehearsals}. */
    void rehearseOn(ReadingHistory history, DriftHistory drift, Alarms alarms, ModelFiles files) {
        ModelBook book = store.models();
        rehearsals = new HistoryRehearsals(
                new HistoryRehearsals.Past(
                        history,
                        drift,
                        new Sensitivity(DetectionSettings.STANDARD.falseAlarmsPerDay()),
                        asset -> champion(asset, book, files)),
                alarms,
                assets,
                clock,
                ZoneId.systemDefault());
    }

    void publishTo(RulePublisher publisher) {
        desk.publishTo(publisher);
    }

    /** Looks after devices, and on the executor after rules that could not be published. */
    void tick(Executor background) {
        try {
            devices.tick(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("States of devices could not be looked after; it is tried again", e);
        }
        if (publishing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    desk.publishPending();
                } finally {
                    publishing.set(false);
                }
            });
        }
    }

    Rules rules() {
        return desk;
    }

    AlarmDefinitions definitions() {
        return desk;
    }

    DesignLogic design() {
        return design;
    }

    MaintenanceWindows maintenance() {
        return maintenance;
    }

    DeviceDesk devices() {
        return devices;
    }

    /** The same where nobody ticks and nothing is written down: looks whenever it is asked. */
    DeviceStates devicesWhenAsked() {
        return new DeviceStates() {
            @Override
            public List<DeviceStatus> notGood() {
                watch.tick(clock.instant());
                return watch.notGood();
            }

            @Override
            public List<DeviceEpisode> episodes(TimeSpan span, int most) {
                return devices.episodes(span, most);
            }
        };
    }

    Rehearsals rehearsals() {
        return rehearsals;
    }

    private Optional<Duration> missingAfter(SensorId sensor) {
        return desk.find(new RuleId(sensor.asset(), sensor.name() + ":missing"))
                .filter(AlarmRule::enabled)
                .map(AlarmRule::condition)
                .filter(Condition.MissingData.class::isInstance)
                .map(condition -> ((Condition.MissingData) condition).after());
    }

    private static Optional<RestoredModel> champion(AssetId asset, ModelBook book, ModelFiles files) {
        Optional<Standing> standing = book.standings().stream()
                .filter(one -> one.asset().equals(asset))
                .findFirst()
                .filter(one -> one.champion().number() != Takeover.NONE);
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        int number = standing.get().champion().number();
        try {
            return Optional.of(RestoredModel.of(files.load(asset, number)));
        } catch (IOException | UnusableModelException e) {
            LOG.warn("Version {} of the model of {} cannot be rehearsed with; it begins untrained", number, asset, e);
            return Optional.empty();
        }
    }
}
