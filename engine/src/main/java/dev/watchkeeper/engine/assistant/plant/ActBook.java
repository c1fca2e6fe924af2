package dev.watchkeeper.engine.assistant.plant;

import java.time.Instant;
import java.util.List;

/** Keeps what was done by a click in the assistant. Entries are added and never changed. Thread-safe. */
public interface ActBook {
    /**
     * One act.
     *
     * @param at clock time of the click
     * @param outcome {@code done}, or why it was refused
     */
    record Entry(Instant at, String user, String verb, String object, String before, String after, String outcome) {}

    /** Adds an entry. */
    void append(Entry entry);

    /** The newest first. */
    List<Entry> newest(int most);
}
