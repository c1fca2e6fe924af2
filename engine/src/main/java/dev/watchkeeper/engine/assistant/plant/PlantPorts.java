package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.alarm.AlarmControls;
import dev.watchkeeper.engine.history.DriftHistory;
import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.knowledge.Knowledge;
import dev.watchkeeper.engine.label.Labels;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.live.LiveReadings;
import dev.watchkeeper.engine.live.PipelineStatus;
import dev.watchkeeper.engine.model.desk.Models;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What answers are read from. Each may be empty.
 *
 * @param zone in which times are said
 */
public record PlantPorts(
        AlarmControls alarms,
        Labels labels,
        Assets assets,
        LiveReadings live,
        ReadingHistory history,
        DriftHistory drift,
        Models models,
        Supplier<PipelineStatus> pipeline,
        Knowledge knowledge,
        InstantSource clock,
        ZoneId zone) {}
