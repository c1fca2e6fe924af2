package dev.watchkeeper.app.launch;

import java.time.Duration;

/**
 * How the demo plant is simulated.
 *
 * @param seed of its noise and its faults
 * @param past how much of the time before the start is simulated, so that charts and detectors have something to go by
 */
record DemoSettings(long seed, Duration past) {
    static final DemoSettings STANDARD = new DemoSettings(20_240_501, Duration.ofMinutes(30));
}
