package dev.watchkeeper.engine.model.train;

/** Says once in a while that it is time to tell how far it is. Not thread-safe. */
final class Ticks {
    private static final int EVERY = 4_096;

    private int readings;

    /** True for one reading of 4,096. */
    boolean isDue() {
        readings++;
        return readings % EVERY == 0;
    }
}
