package dev.watchkeeper.engine.alarm.rehearse;

/** Looks on while a rule is rehearsed. Called in the thread that rehearses, often: it must be quick. */
public interface RehearsalMonitor {
    /**
     * The rehearsal has come so far.
     *
     * @param done in [0, 1], never less than before
     */
    void progress(double done);

    /** Whether the rehearsal is to end at once without a result. May change at any time, in any thread. */
    boolean cancelled();
}
