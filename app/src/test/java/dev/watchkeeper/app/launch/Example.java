package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/** Recordings that the project ships, and where their faults lie. */
final class Example {
    /** Two weeks of a cooling water loop, read every five minutes; a valve is half shut for eight hours on day 11. */
    static final Example COOLING_WATER = new Example(
            "cooling-water.csv",
            new TimeSpan(Instant.parse("2025-03-13T09:00:00Z"), Instant.parse("2025-03-13T17:00:00Z")));

    private final String file;
    private final TimeSpan fault;

    private Example(String file, TimeSpan fault) {
        this.file = file;
        this.fault = fault;
    }

    Path copyTo(Path directory) throws IOException {
        Path copy = directory.resolve(file);
        try (InputStream shipped =
                Objects.requireNonNull(Example.class.getResourceAsStream("/dev/watchkeeper/assets/examples/" + file))) {
            Files.copy(shipped, copy);
        }
        return copy;
    }

    TimeSpan fault() {
        return fault;
    }

    boolean isInFault(Alarm alarm) {
        return fault.contains(alarm.openedAt());
    }
}
