package dev.watchkeeper.app.alarms;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.engine.shift.Shifts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time for which something can be shelved by one click.
 *
 * @param label on its button
 * @param until its end, by the clock
 */
record ShelfTime(String label, Instant until) {
    private static final List<Duration> LENGTHS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(4));

    /** What is offered at a moment: some lengths and the end of the shift, none beyond what is allowed at most. */
    static List<ShelfTime> offered(Instant now, Shifts shifts, Formats formats, Duration longest) {
        List<ShelfTime> offered = new ArrayList<>();
        for (Duration length : LENGTHS) {
            if (length.compareTo(longest) <= 0) {
                offered.add(new ShelfTime(Formats.age(length), now.plus(length)));
            }
        }
        Instant end = shifts.endOf(now, formats.zone());
        if (Duration.between(now, end).compareTo(longest) <= 0) {
            offered.add(new ShelfTime("End of shift, " + formats.minute(end), end));
        }
        return List.copyOf(offered);
    }
}
