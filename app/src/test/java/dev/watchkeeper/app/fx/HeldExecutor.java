package dev.watchkeeper.app.fx;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps tasks until they are let go. */
public final class HeldExecutor implements Executor {
    private final Queue<Runnable> held = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        held.add(task);
    }

    public int size() {
        return held.size();
    }

    /** Runs what has been kept, and what comes of it. */
    public void letGo() {
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }
}
