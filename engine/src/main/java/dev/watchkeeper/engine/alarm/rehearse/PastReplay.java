package dev.watchkeeper.engine.alarm.rehearse;

import dev.watchkeeper.engine.detect.Detection;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.util.function.Consumer;

/** Lets a condition be judged on the past. */
interface PastReplay {
    /**
     * Replays.
     *
     * @param span what is asked for; what lies before it only brings the detectors into the state that they had then
     * @param told takes the messages of episodes in their order, also those that opened before the span
     * @return how many readings or points of the span were judged
     */
    long replay(TimeSpan span, RehearsalMonitor monitor, Consumer<Detection> told);

    /** What to say where nothing was judged: one sentence for the operator. */
    String nothing(TimeSpan span);
}
