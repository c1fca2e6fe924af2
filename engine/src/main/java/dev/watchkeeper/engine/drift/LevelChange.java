package dev.watchkeeper.engine.drift;

import dev.watchkeeper.engine.detect.state.StateReader;
import dev.watchkeeper.engine.detect.state.StateWriter;

/**
 * Tells when and how far the level of a series left that of the reference: an {@link Adwin}, and whether what it holds since its
 * last cut lies elsewhere. Not thread-safe.
 */
final class LevelChange {
    /** A value this many spreads off counts as no further off, so that no single value is a change. */
    private static final double FARTHEST = 6;

    private static final double RETURNED = 0.5;

    private final LevelReference reference;
    private final Adwin adwin;
    private boolean changed;
    private long sinceMillis;
    private double size;

    LevelChange(LevelReference reference) {
        this.reference = reference;
        adwin = new Adwin(reference.count(), reference.dependence());
    }

    /**
     * Takes in a value.
     *
     * @param value in the unit of the series; finite
     * @return whether the level was found changed, or found to be back
     */
    boolean add(long timeMillis, double value) {
        double scaled = (value - reference.mean()) / reference.spread();
        boolean cut = adwin.add(timeMillis, Math.max(-FARTHEST, Math.min(FARTHEST, scaled)));
        if (!cut && !(changed && adwin.isChecked())) {
            return false;
        }
        size = adwin.mean();
        boolean away = Math.abs(size) >= (changed ? RETURNED : 1) * reference.limit();
        boolean turned = away != changed;
        if (away && turned) {
            sinceMillis = adwin.startMillis();
        }
        changed = away;
        if (!away) {
            size = 0;
            adwin.reset();
        }
        return turned;
    }

    /** Forgets a change and goes back to the reference. */
    void reset() {
        adwin.reset();
        changed = false;
        size = 0;
    }

    boolean isChanged() {
        return changed;
    }

    /** The time of the first value after the change, where there is one. */
    long sinceMillis() {
        return sinceMillis;
    }

    /** How far the level lies from the reference, in spreads, signed; 0 while it is not changed. */
    double size() {
        return size;
    }

    DriftStatistic statistic() {
        return new DriftStatistic(Math.abs(size), reference.limit());
    }

    void write(StateWriter out) {
        adwin.write(out);
        out.putBoolean(changed);
        out.putLong(sinceMillis);
        out.putDouble(size);
    }

    void read(StateReader in) {
        adwin.read(in);
        changed = in.getBoolean();
        sinceMillis = in.getLong();
        size = in.getDouble();
    }
}
