package dev.watchkeeper.engine.model.grade;

/**
 * How a sensor's readings arrived, where that was counted: history itself keeps neither lateness nor duplicates.
 *
 * @param received all of them
 * @param late those that came after a newer one had been judged
 * @param duplicates those that repeated a reading that was there already
 */
public record Arrivals(long received, long late, long duplicates) {
    /** @throws IllegalArgumentException when a number is negative or more are late or doubled than were received */
    public Arrivals {
        if (late < 0 || duplicates < 0 || late > received || duplicates > received) {
            throw new IllegalArgumentException(
                    "of " + received + " readings " + late + " cannot be late and " + duplicates + " duplicates");
        }
    }

    double lateShare() {
        return received == 0 ? 0 : (double) late / received;
    }

    double duplicateShare() {
        return received == 0 ? 0 : (double) duplicates / received;
    }
}
