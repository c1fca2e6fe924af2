package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.fx.ManualPulse;
import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.ScreenContext;
import java.time.ZoneId;

/** What a view model needs beside the plant, all on the thread of the test. */
public record Desk(FakePlant plant, ManualPulse pulse) {
    public Desk() {
        this(new FakePlant(), new ManualPulse());
    }

    public ScreenContext context() {
        return new ScreenContext(
                plant.clock(), new Formats(ZoneId.of("Europe/Berlin")), pulse, Runnable::run, Runnable::run);
    }
}
