package dev.watchkeeper.app.settings;

import java.util.List;

/**
 * One field of a form.
 *
 * @param name unique within the form; also that of the problems it can have
 * @param choices what can be chosen; empty for text
 * @param hint what to enter, shown while it is empty
 */
record Field(String name, String label, Kind kind, List<Choice> choices, String hint) {
    /** How a field is filled in. */
    enum Kind {
        TEXT,
        /** Shown as dots; empty means that the one that is kept stays. */
        SECRET,
        /** One of the choices. */
        ONE,
        /** Any number of the choices; its value has one in each line. */
        SEVERAL,
        /** Not to be changed. */
        FIXED
    }

    /**
     * Something to choose.
     *
     * @param value as the form keeps it
     */
    record Choice(String value, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    Field {
        choices = List.copyOf(choices);
    }

    static Field text(String name, String label, String hint) {
        return new Field(name, label, Kind.TEXT, List.of(), hint);
    }

    static Field secret(String name, String label, String hint) {
        return new Field(name, label, Kind.SECRET, List.of(), hint);
    }

    static Field one(String name, String label, List<Choice> choices) {
        return new Field(name, label, Kind.ONE, choices, "");
    }

    static Field several(String name, String label, List<Choice> choices, String hint) {
        return new Field(name, label, Kind.SEVERAL, choices, hint);
    }

    static Field fixed(String name, String label) {
        return new Field(name, label, Kind.FIXED, List.of(), "");
    }
}
