package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.models.ModelPorts;
import dev.watchkeeper.app.settings.SettingsPorts;
import dev.watchkeeper.engine.alarm.Alarms;
import dev.watchkeeper.engine.alarm.design.MaintenanceWindows;
import dev.watchkeeper.engine.alarm.rehearse.Rehearsals;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.DeviceStates;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * All that the console needs of the world. Each may be empty at first: the console shows itself at once and fills as
 * data comes.
 *
 * @param pipeline asked about twice a second on the background executor; answers at once
 * @param zone in which times are shown
 * @param user who sits here, as far as is known; the name can be changed with each acknowledgment
 * @param readOnly whether the profile's cluster is only read from
 * @param background runs loads and commands; ends after the console
 */
public record ConsolePorts(
        Alarms alarms,
        Labels labels,
        Assets assets,
        LiveReadings live,
        ReadingHistory history,
        ModelPorts models,
        SettingsPorts settings,
        Rules rules,
        Rehearsals rehearsals,
        MaintenanceWindows maintenance,
        DeviceStates devices,
        Supplier<PipelineStatus> pipeline,
        InstantSource clock,
        ZoneId zone,
        String user,
        boolean readOnly,
        Executor background) {}
