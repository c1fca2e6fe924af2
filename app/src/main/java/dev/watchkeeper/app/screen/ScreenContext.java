package dev.watchkeeper.app.screen;

import dev.watchkeeper.app.fx.Pulse;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What every view model works with.
 *
 * @param ui runs on the UI thread
 * @param background runs loads and commands
 */
public record ScreenContext(InstantSource clock, Formats formats, Pulse pulse, Executor ui, Executor background) {}
