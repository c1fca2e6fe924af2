package dev.watchkeeper.app.screen;

import dev.watchkeeper.engine.notify.route.Schedule;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Days and hours in words. */
public final class HoursWords {
    private HoursWords() {}

    /** Such as "Mon–Fri 22:00–06:00". */
    public static String of(Schedule schedule) {
        boolean wholeDay = schedule.from().equals(schedule.until());
        boolean everyDay = schedule.days().isEmpty() || schedule.days().size() == DayOfWeek.values().length;
        if (everyDay && wholeDay) {
            return "at any time";
        }
        String days = everyDay ? "every day" : daysInWords(schedule);
        return wholeDay ? days : days + " " + schedule.from() + "–" + schedule.until();
    }

    private static String daysInWords(Schedule schedule) {
        List<DayOfWeek> days = schedule.days().stream().sorted().toList();
        DayOfWeek first = days.getFirst();
        DayOfWeek last = days.getLast();
        boolean run = last.getValue() - first.getValue() == days.size() - 1 && days.size() > 2;
        return run
                ? of(first) + "–" + of(last)
                : days.stream().map(HoursWords::of).collect(Collectors.joining(", "));
    }

    /** Such as "Mon". */
    public static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
