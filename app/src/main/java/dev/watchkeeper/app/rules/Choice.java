package dev.watchkeeper.app.rules;

/**
 * Something to choose.
 *
 * @param value as a draft keeps it
 */
record Choice(String value, String label) {
    @Override
    public String toString() {
        return label;
    }
}
