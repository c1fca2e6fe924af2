package dev.watchkeeper.engine.signal;

/** The name of an asset: a machine, a line, a group of sensors that belong together. At most 128 characters. */
public record AssetId(String value) implements Comparable<AssetId> {
    /** The longest name, in characters. */
    public static final int LONGEST = 128;

    /** @throws IllegalArgumentException when the name is blank, too long, or holds a slash or a control character */
    public AssetId {
        Names.check("asset", value, LONGEST);
    }

    @Override
    public int compareTo(AssetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
