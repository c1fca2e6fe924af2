package dev.watchkeeper.engine.shift;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When shifts begin, by local time; each lasts until the next begins.
 *
 * @param starts at least one, in order
 */
public record Shifts(List<LocalTime> starts) {
    /** Three shifts of eight hours, from six o'clock. */
    public static final Shifts STANDARD =
            new Shifts(List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)));

    /** @throws IllegalArgumentException when there is no shift */
    public Shifts {
        starts = starts.stream().sorted().distinct().toList();
        if (starts.isEmpty()) {
            throw new IllegalArgumentException("no shift begins at any time");
        }
    }

    /** When the shift that has begun at a moment ends: always after that moment. */
    public Instant endOf(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, 2)
                .mapToObj(today::plusDays)
                .flatMap(day -> boundaries(day, zone))
                .filter(now::isBefore)
                .findFirst()
                .orElseThrow();
    }

    /** When the shift began that has begun at a moment: at that moment at the latest. */
    public Instant startOf(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(-2, 0)
                .mapToObj(today::plusDays)
                .flatMap(day -> boundaries(day, zone))
                .filter(start -> !start.isAfter(now))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    private Stream<Instant> boundaries(LocalDate day, ZoneId zone) {
        return starts.stream().map(time -> day.atTime(time).atZone(zone).toInstant());
    }
}
