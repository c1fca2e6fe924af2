package dev.watchkeeper.engine.assistant.answer;

/**
 * An act that waits for the user's click.
 *
 * @param verb what the button says, such as {@code Acknowledge}
 * @param object what it is done to
 * @param before how that stands now
 * @param after how it will stand
 */
public record Proposal(Act act, String verb, String object, String before, String after) {
    /** Object, old and new value in one line. */
    public String sentence() {
        return object + ": " + before + " → " + after;
    }
}
