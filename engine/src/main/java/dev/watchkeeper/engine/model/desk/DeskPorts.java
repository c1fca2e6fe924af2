package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.tracking.Tracking;
import java.time.InstantSource;

/** What the desk works with. None of it is closed by the desk. */
public record DeskPorts(
        ModelBook book,
        TrainingBook trainings,
        ModelFiles files,
        ReadingHistory history,
        Assets assets,
        Tracking tracking,
        Answers answers,
        DriftNotices notices,
        InstantSource clock) {}
