package dev.watchkeeper.engine.signal;

/** One measured quantity of one asset. Written as {@code asset/name}. */
public record SensorId(AssetId asset, String name) implements Comparable<SensorId> {
    /** The longest name, in characters. */
    public static final int LONGEST = 128;

    /** @throws IllegalArgumentException when the name is blank, too long, or holds a slash or a control character */
    public SensorId {
        Names.check("sensor", name, LONGEST);
    }

    public static SensorId of(String asset, String name) {
        return new SensorId(new AssetId(asset), name);
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when the text is not {@code asset/name}
     */
    public static SensorId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a sensor is written asset/name: " + text);
        }
        return of(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(SensorId other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return asset.value() + "/" + name;
    }
}
