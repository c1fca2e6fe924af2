package dev.watchkeeper.app.settings;

import dev.watchkeeper.app.screen.HoursWords;
import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.Schedule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Days and hours as fields of a form and as words. */
final class HoursFields {
    private HoursFields() {}

    static List<Field> fields() {
        return List.of(
                Field.several(
                        "days",
                        "Days",
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new Field.Choice(day.name(), HoursWords.of(day)))
                                .toList(),
                        "none chosen: every day"),
                Field.text("from", "From", "00:00"),
                Field.text("until", "Until", "the same: the whole day"));
    }

    static String days(Schedule schedule) {
        return Values.joined(
                schedule.days().stream().sorted().map(DayOfWeek::name).toList());
    }

    /** The schedule that stands in the fields; empty after adding what is wrong with it. */
    static Optional<Schedule> read(Values values, ZoneId zone, List<Problem> problems) {
        Optional<LocalTime> from = values.time("from");
        Optional<LocalTime> until = values.time("until");
        if (from.isEmpty()) {
            problems.add(new Problem("from", "Enter a time such as 22:00."));
        }
        if (until.isEmpty()) {
            problems.add(new Problem("until", "Enter a time such as 06:00."));
        }
        Set<DayOfWeek> days = values.several("days").stream()
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        return from.flatMap(begin -> until.map(end -> new Schedule(days, begin, end, zone)));
    }
}
