package dev.watchkeeper.app.fx;

import dev.watchkeeper.engine.signal.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.AnimationTimer;

/**
 * The pulse of the toolkit's frames. FX application thread only. The timer runs while there are subscriptions.
 *
 * <p>A tick that throws ends up with the thread's uncaught exception handler; the other ticks of the frame wait for
 * the next.
 */
public final class FramePulse implements Pulse {
    private final List<Beat> beats = new CopyOnWriteArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            for (Beat beat : beats) {
                beat.tickWhenDue(nowNanos);
            }
        }
    };

    @Override
    public Subscription every(Duration interval, Runnable tick) {
        Beat beat = new Beat(interval.toNanos(), tick);
        beats.add(beat);
        timer.start();
        return () -> {
            beat.over = true;
            beats.remove(beat);
            if (beats.isEmpty()) {
                timer.stop();
            }
        };
    }

    private static final class Beat {
        private final long intervalNanos;
        private final Runnable tick;
        private long dueNanos = Long.MIN_VALUE;
        private boolean over;

        Beat(long intervalNanos, Runnable tick) {
            this.intervalNanos = intervalNanos;
            this.tick = tick;
        }

        void tickWhenDue(long nowNanos) {
            if (!over && nowNanos >= dueNanos) {
                dueNanos = nowNanos + intervalNanos;
                tick.run();
            }
        }
    }
}
