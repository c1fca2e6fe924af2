package dev.watchkeeper.engine.knowledge.index;

/** A part of a passage whose words can be looked for. */
public enum Part {
    /** The words of the passage and of the headings above it. */
    TEXT(Fields.TEXT),
    /** The words of the headings and of the document's title. */
    HEADINGS(Fields.HEADING_WORDS),
    /** Pairs of words that follow each other. */
    PAIRS(Fields.PAIRS);

    private final String field;

    Part(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
