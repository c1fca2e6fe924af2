package dev.watchkeeper.engine.signal;

/** The unit of a measured quantity, as it is shown beside the number: {@code bar}, {@code mm/s}; empty where none. */
public record Unit(String symbol) {
    /** A quantity without a unit, or one whose unit nobody told. */
    public static final Unit NONE = new Unit("");

    /** @throws IllegalArgumentException when the symbol has more than 16 characters */
    public Unit {
        if (symbol.length() > 16) {
            throw new IllegalArgumentException("unit has more than 16 characters: " + symbol);
        }
    }
}
