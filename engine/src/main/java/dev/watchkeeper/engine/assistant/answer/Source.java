package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.signal.TimeSpan;

/** What an answer rests on. */
public sealed interface Source {
    /**
     * Live or stored data.
     *
     * @param what such as {@code alarms} or {@code readings of Flow}
     * @param window event time that was looked at
     */
    record Data(String what, TimeSpan window) implements Source {}

    /**
     * A place in a document.
     *
     * @param text of the passage there
     */
    record Document(Place place, String text) implements Source {}
}
