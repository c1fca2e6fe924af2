package dev.watchkeeper.engine.assistant.question;

import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds spans of time in words. All of them lie in the past and end now at the latest; weeks begin on Monday, shifts at 6, 14 and 22
 * o'clock. Immutable.
 */
final class TimeReader {
    /** What stands in place of a span that was found. */
    static final String MARK = "@time";

    private static final String NUMBER =
            "(\\d+(?:\\.\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an|a few|few|a couple of|couple of)";
    private static final String UNIT = "(minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|months?|shifts?|seconds?)";
    private static final String CLOCK = "(\\d{1,2}(?::\\d{2})?(?:am|pm)?|noon|midnight)(?: o clock| oclock)?";
    private static final Pattern COLON = Pattern.compile(":");
    private static final String DAYS = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private static final String MONTHS =
            "(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)";
    private static final String DAY =
            "(today|yesterday|the day before yesterday|day before yesterday|(?:on |last )?" + DAYS + ")";
    private static final String PART = "(morning|afternoon|evening|night)";
    private static final Map<String, Double> NUMBERS = Map.ofEntries(
            Map.entry("a", 1.0),
            Map.entry("an", 1.0),
            Map.entry("one", 1.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("twelve", 12.0),
            Map.entry("half an", 0.5),
            Map.entry("a few", 3.0),
            Map.entry("few", 3.0),
            Map.entry("a couple of", 2.0),
            Map.entry("couple of", 2.0));

    private final ZonedDateTime now;
    private final List<Form> forms = new ArrayList<>();

    private record Form(Pattern pattern, Function<MatchResult, TimeSpan> reader) {}

    /** A text in which {@link #MARK} stands for each span, and the spans in their order. */
    record Found(String text, List<TimeSpan> spans) {}

    TimeReader(Instant now, ZoneId zone) {
        this.now = now.atZone(zone);
        form(
                "(?:from |between )" + CLOCK + " (?:and|to|until|till|-) " + CLOCK + "(?: on)?(?: " + DAY + ")?",
                this::clocks);
        form(DAY + " (?:from |between )" + CLOCK + " (?:and|to|until|till|-) " + CLOCK, this::dayClocks);
        form("(?:since )?(?:the day before yesterday|day before yesterday)", m -> since(m, today().minusDays(2)));
        form("since " + NUMBER + " " + UNIT + " ago", m -> until(back(m.group(1), m.group(2))));
        form("since " + CLOCK + "(?: (?:this|in the) morning)?(?: " + DAY + ")?", this::sinceClock);
        form("since (?:the )?(?:" + DAY + "|this) " + PART, this::sincePart);
        form("since last night", m -> until(now(22, 0).minusDays(1)));
        form("since (?:the )?" + DAY, m -> until(start(m.group(1))));
        form(
                "since (?:the )?(last|this) (week|month|year|shift|hour)",
                m -> until(period(m.group(1), m.group(2)).start().atZone(zone)));
        form(
                "(?:in |during |over |for )?(?:the )?(?:last|past|previous) " + NUMBER + " " + UNIT,
                m -> until(back(m.group(1), m.group(2))));
        form(
                "(?:in |during |over |for )(?:the |these )?(?:last|past) (minute|hour|day|week|month)|(?:the )?past (minute|hour|day|week|month)",
                m -> until(back("1", m.group(1) == null ? m.group(2) : m.group(1))));
        form(
                "(?:in |during |over |for )?(?:the )?(last|previous|this|current|past) (week|month|year|shift|hour|minute)",
                m -> period(m.group(1), m.group(2)));
        form("(?:within|in) (?:the )?(?:24 hours|24 h)", m -> until(this.now.minusHours(24)));
        form("(?:about |around |some )?" + NUMBER + " " + UNIT + " ago", m -> until(back(m.group(1), m.group(2))));
        form(
                "(?:last|over|during the|in the) (night)(?: shift)?|(?:in |on |during |of )?(?:the |last )*night shift|overnight",
                m -> lastNight());
        form("(?:this|in the|early this) (morning|afternoon|evening)", m -> part(today(), m.group(1)));
        form("tonight", m -> tonight());
        form(DAY + " " + PART, m -> part(start(m.group(1)).toLocalDate(), m.group(3)));
        form("(?:at|around) " + CLOCK + "(?: (?:on )?" + DAY + ")?", this::atClock);
        form(DAY + " (?:at|around) " + CLOCK, m -> around(start(m.group(1)).toLocalDate(), m.group(3)));
        form("(?:on )?(\\d{4}-\\d{2}-\\d{2})", m -> day(LocalDate.parse(m.group(1))));
        form("(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS, m -> date(m.group(1), m.group(2)));
        form("(?:on )?" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b", m -> date(m.group(2), m.group(1)));
        form(
                "(?:on |during )?" + DAY + "(?: whole day)?",
                m -> day(start(m.group(1)).toLocalDate()));
        form("(?:so far )?today", m -> day(today()));
    }

    private void form(String words, Function<MatchResult, TimeSpan> reader) {
        forms.add(new Form(Pattern.compile("(?<![\\p{L}\\p{N}@-])(?:" + words + ")(?![\\p{L}\\p{N}-])"), reader));
    }

    /** The spans that a text names. */
    Found find(String text) {
        record Place(int at, TimeSpan span) {}
        List<Place> places = new ArrayList<>();
        StringBuilder left = new StringBuilder(text);
        for (Form form : forms) {
            Matcher matcher = form.pattern.matcher(left);
            int from = 0;
            while (matcher.find(from)) {
                from = matcher.end();
                Optional<TimeSpan> span = read(form, matcher);
                if (span.isPresent()) {
                    places.add(new Place(matcher.start(), span.get()));
                    left.replace(matcher.start(), matcher.end(), "\u0001".repeat(matcher.end() - matcher.start()));
                }
            }
        }
        places.sort(Comparator.comparingInt(Place::at));
        return new Found(
                left.toString().replaceAll("\u0001+", MARK),
                places.stream().map(Place::span).toList());
    }

    private static Optional<TimeSpan> read(Form form, MatchResult match) {
        try {
            return Optional.of(form.reader.apply(match));
        } catch (DateTimeException | IllegalArgumentException e) {
            // Such as 31 February, or 25 o'clock: these words name no time.
            return Optional.empty();
        }
    }

    /** The length of time that a text names, such as {@code for two hours} or {@code until 6 am}. */
    Optional<Duration> length(String text) {
        Matcher length = Pattern.compile(
                        "\\bfor (?:about |the next |another )?" + NUMBER + "(?: and a half)? " + UNIT + "\\b")
                .matcher(text);
        if (length.find()) {
            double amount = NUMBERS.getOrDefault(length.group(1), -1.0);
            double units = amount < 0 ? Double.parseDouble(length.group(1)) : amount;
            return Optional.of(Duration.ofSeconds(Math.round(units * seconds(length.group(2)))));
        }
        Matcher until = Pattern.compile("\\b(?:until|till|up to) (?:tomorrow )?(?:morning )?(?:at )?" + CLOCK + "\\b")
                .matcher(text);
        if (until.find()) {
            ZonedDateTime end = now.with(clock(until.group(1)));
            return Optional.of(Duration.between(now, end.isAfter(now) ? end : end.plusDays(1)));
        }
        if (Pattern.compile("\\b(rest|end) of (the |this )?shift\\b")
                .matcher(text)
                .find()) {
            return Optional.of(Duration.between(now, shiftStart().plusHours(8)));
        }
        return Optional.empty();
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private ZonedDateTime now(int hour, int minute) {
        return now.with(LocalTime.of(hour, minute));
    }

    private TimeSpan until(ZonedDateTime start) {
        return new TimeSpan(start.toInstant(), now.toInstant());
    }

    private TimeSpan span(ZonedDateTime start, ZonedDateTime end) {
        ZonedDateTime last = end.isAfter(now) ? now : end;
        return new TimeSpan(start.toInstant(), last.toInstant());
    }

    private TimeSpan since(MatchResult match, LocalDate day) {
        return match.group().startsWith("since") ? until(day.atStartOfDay(now.getZone())) : day(day);
    }

    private TimeSpan day(LocalDate day) {
        return span(day.atStartOfDay(now.getZone()), day.plusDays(1).atStartOfDay(now.getZone()));
    }

    private ZonedDateTime back(String number, String unit) {
        double amount = NUMBERS.getOrDefault(number, -1.0);
        double units = amount < 0 ? Double.parseDouble(number) : amount;
        if (unit.startsWith("month")) {
            return now.minusMonths(Math.round(units));
        }
        if (unit.startsWith("d") || unit.startsWith("week")) {
            return now.minusDays(Math.round(units * seconds(unit) / 86_400));
        }
        return now.minusSeconds(Math.round(units * seconds(unit)));
    }

    private static double seconds(String unit) {
        return switch (unit.charAt(0)) {
            case 'm' -> unit.startsWith("month") ? 30 * 86_400 : 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            case 'w' -> 7 * 86_400;
            default -> unit.startsWith("sh") ? 8 * 3_600 : 1;
        };
    }

    private ZonedDateTime shiftStart() {
        int hour = now.getHour();
        return hour < 6 ? now(22, 0).minusDays(1) : now(hour < 14 ? 6 : hour < 22 ? 14 : 22, 0);
    }

    private TimeSpan period(String which, String unit) {
        boolean last = which.equals("last") || which.equals("previous");
        ZonedDateTime midnight = today().atStartOfDay(now.getZone());
        return switch (unit) {
            case "week" -> {
                ZonedDateTime monday = midnight.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield last ? span(monday.minusWeeks(1), monday) : until(monday);
            }
            case "month" -> {
                ZonedDateTime first = midnight.withDayOfMonth(1);
                yield last ? span(first.minusMonths(1), first) : until(first);
            }
            case "year" -> {
                ZonedDateTime first = midnight.withDayOfYear(1);
                yield last ? span(first.minusYears(1), first) : until(first);
            }
            case "shift" -> last ? span(shiftStart().minusHours(8), shiftStart()) : until(shiftStart());
            case "minute" -> until(now.minusMinutes(1));
            default -> until(now.minusHours(1));
        };
    }

    private TimeSpan lastNight() {
        ZonedDateTime start = now(22, 0).minusDays(1);
        return span(start, start.plusHours(8));
    }

    private TimeSpan tonight() {
        return now.getHour() < 6 ? until(now(22, 0).minusDays(1)) : until(now(Math.min(18, now.getHour()), 0));
    }

    private TimeSpan part(LocalDate day, String part) {
        ZonedDateTime midnight = day.atStartOfDay(now.getZone());
        TimeSpan span = switch (part) {
            case "morning" -> span(midnight.plusHours(6), midnight.plusHours(12));
            case "afternoon" -> span(midnight.plusHours(12), midnight.plusHours(18));
            case "evening" -> span(midnight.plusHours(18), midnight.plusHours(22));
            default -> span(midnight.plusHours(22), midnight.plusHours(30));
        };
        return span;
    }

    private TimeSpan sincePart(MatchResult match) {
        LocalDate day = match.group(1) == null ? today() : start(match.group(1)).toLocalDate();
        return until(part(day, match.group(3)).start().atZone(now.getZone()));
    }

    /** Midnight of a day by its word. */
    private ZonedDateTime start(String word) {
        String name = word.replaceAll("^(on|last) ", "");
        LocalDate day = switch (name) {
            case "today" -> today();
            case "yesterday" -> today().minusDays(1);
            case "the day before yesterday", "day before yesterday" -> today().minusDays(2);
            default -> today().with(TemporalAdjusters.previous(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT))));
        };
        return day.atStartOfDay(now.getZone());
    }

    private TimeSpan date(String day, String month) {
        Month wanted = null;
        for (Month one : Month.values()) {
            if (one.name().toLowerCase(Locale.ROOT).startsWith(month.substring(0, 3))) {
                wanted = one;
            }
        }
        LocalDate date = LocalDate.of(now.getYear(), Objects.requireNonNull(wanted), Integer.parseInt(day));
        return day(date.isAfter(today()) ? date.minusYears(1) : date);
    }

    private static LocalTime clock(String word) {
        if (word.equals("noon")) {
            return LocalTime.NOON;
        }
        if (word.equals("midnight")) {
            return LocalTime.MIDNIGHT;
        }
        List<String> parts = COLON.splitAsStream(word.replaceAll("[apm]", "")).toList();
        int hour = Integer.parseInt(parts.get(0));
        if (word.endsWith("m")) {
            hour = hour % 12 + (word.endsWith("pm") ? 12 : 0);
        }
        return LocalTime.of(hour % 24, parts.size() > 1 ? Integer.parseInt(parts.get(1)) : 0);
    }

    private TimeSpan sinceClock(MatchResult match) {
        String day = match.group(2);
        ZonedDateTime start =
                day == null ? now.with(clock(match.group(1))) : start(day).with(clock(match.group(1)));
        return until(start.isAfter(now) ? start.minusDays(1) : start);
    }

    private TimeSpan clocks(MatchResult match) {
        return between(match.group(3), match.group(1), match.group(2));
    }

    private TimeSpan dayClocks(MatchResult match) {
        return between(match.group(1), match.group(3), match.group(4));
    }

    private TimeSpan between(@Nullable String day, String from, String to) {
        String first = !from.endsWith("m") && (to.endsWith("am") || to.endsWith("pm")) && !from.contains(":")
                ? from + to.substring(to.length() - 2)
                : from;
        ZonedDateTime base = day == null ? today().atStartOfDay(now.getZone()) : start(day);
        ZonedDateTime start = base.with(clock(first));
        ZonedDateTime end = base.with(clock(to));
        if (!end.isAfter(start)) {
            end = end.plusDays(1);
        }
        if (day == null && start.isAfter(now)) {
            start = start.minusDays(1);
            end = end.minusDays(1);
        }
        return span(start, end);
    }

    private TimeSpan atClock(MatchResult match) {
        return around(match.group(2) == null ? null : start(match.group(2)).toLocalDate(), match.group(1));
    }

    private TimeSpan around(@Nullable LocalDate day, String word) {
        ZonedDateTime moment = (day == null ? now : day.atStartOfDay(now.getZone())).with(clock(word));
        if (moment.isAfter(now)) {
            moment = moment.minusDays(1);
        }
        return span(moment.minusMinutes(30), moment.plusMinutes(30));
    }
}
