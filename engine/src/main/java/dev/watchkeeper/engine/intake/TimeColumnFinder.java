package dev.watchkeeper.engine.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the column or columns that hold the time in a sample of a file, and how it is written. */
final class TimeColumnFinder {
    /** How much of what stands below the header has to be readable as time. */
    private static final double ENOUGH = 0.6;

    private static final Pattern TIME_NAME =
            Pattern.compile("(?i)(.*(time|date|datum|zeit|epoch|stamp|fecha|hora|heure|tijd).*|ts|t|utc|dt|ds)");

    /** How every date begins that is looked for. Spares trying all ways on columns of numbers. */
    private static final Pattern DATE_START =
            Pattern.compile("^(\\d{8}|\\d{1,4}[-/ ]|\\d{1,4}\\.\\d{1,2}\\.|[A-Za-z]{3})");

    private static final List<WrittenTime> UNAMBIGUOUS = List.of(
            WrittenTime.ISO,
            WrittenTime.ofDate("uuuu/M/d"),
            WrittenTime.ofDate("uuuu.M.d"),
            WrittenTime.ofDate("d.M.uuuu"),
            WrittenTime.ofDate("d.M.uu"),
            WrittenTime.ofDate("d-M-uuuu"),
            WrittenTime.ofDate("d-MMM-uuuu"),
            WrittenTime.ofDate("d-MMM-uu"),
            WrittenTime.ofDate("d MMM uuuu"),
            WrittenTime.ofDate("MMM d[,] uuuu"),
            WrittenTime.ofDateAndHalfDay("MMM d[,] uuuu"),
            WrittenTime.ofDateAndHalfDay("uuuu-M-d"),
            WrittenTime.ofDateAndHalfDay("uuuu/M/d"),
            WrittenTime.ofDateAndHalfDay("d.M.uuuu"),
            WrittenTime.ofDateAndHalfDay("d-MMM-uu"),
            WrittenTime.ofCompactDate("uuuuMMdd"),
            WrittenTime.ofDate("uuuuMMdd"),
            WrittenTime.ofPattern("uuuuMMddHHmmss"));
    /** Pairs that differ in what comes first, day or month. */
    private static final List<DayOrMonth> AMBIGUOUS = List.of(
            new DayOrMonth(WrittenTime.ofDate("d/M/uuuu"), WrittenTime.ofDate("M/d/uuuu")),
            new DayOrMonth(WrittenTime.ofDate("d/M/uu"), WrittenTime.ofDate("M/d/uu")),
            new DayOrMonth(WrittenTime.ofDateAndHalfDay("d/M/uuuu"), WrittenTime.ofDateAndHalfDay("M/d/uuuu")),
            new DayOrMonth(WrittenTime.ofDateAndHalfDay("d/M/uu"), WrittenTime.ofDateAndHalfDay("M/d/uu")));

    private final CsvTable table;
    private final ZoneId zone;

    private record DayOrMonth(WrittenTime dayFirst, WrittenTime monthFirst) {}

    /**
     * A way in which the time may stand in the file.
     *
     * @param firstRow the first row of the sample in which it can be read
     */
    record Found(List<Integer> columns, TimeFormat format, int firstRow, List<String> remarks) {}

    TimeColumnFinder(CsvTable table, ZoneId zone) {
        this.table = table;
        this.zone = zone;
    }

    /** Whether a header says that its column holds time. */
    static boolean isTimeName(String header) {
        return TIME_NAME.matcher(header.strip()).matches();
    }

    /** A column with date and time, or else two side by side, or else a number since 1970, or else a date alone. */
    Optional<Found> find() {
        List<Found> dates = new ArrayList<>();
        for (int column = 0; column < table.columns(); column++) {
            List<Integer> one = List.of(column);
            Optional<Found> written = written(one);
            if (written.isPresent() && tellsTimeOfDay(written.get())) {
                return written;
            }
            written.ifPresent(dates::add);
        }
        return dates.stream()
                .flatMap(date -> withClock(date).stream())
                .findFirst()
                .or(this::epoch)
                .or(() -> dates.stream().findFirst());
    }

    /** How the time is written in columns that were named. */
    Optional<Found> findIn(List<Integer> columns) {
        return written(columns).or(() -> epochIn(columns));
    }

    /** Where the time can first be read when its columns and how it is written are known. */
    Optional<Found> findIn(List<Integer> columns, TimeFormat format) {
        return fits(columns, format) ? Optional.of(found(columns, format)) : Optional.empty();
    }

    private Optional<Found> withClock(Found date) {
        int column = date.columns().get(0);
        return IntStream.of(column + 1, column - 1)
                .filter(other -> other >= 0 && other < table.columns())
                .mapToObj(other -> written(List.of(column, other)))
                .flatMap(Optional::stream)
                .filter(this::tellsTimeOfDay)
                .findFirst();
    }

    private Optional<Found> written(List<Integer> columns) {
        if (table.rows().stream()
                .noneMatch(row -> DATE_START.matcher(row.cells(columns)).find())) {
            return Optional.empty();
        }
        for (WrittenTime format : UNAMBIGUOUS) {
            if (fits(columns, format)) {
                return Optional.of(found(columns, format));
            }
        }
        for (DayOrMonth pair : AMBIGUOUS) {
            double day = readable(columns, pair.dayFirst());
            double month = readable(columns, pair.monthFirst());
            if (Math.max(day, month) >= ENOUGH) {
                return Optional.of(
                        day == month
                                ? dayOrMonth(columns, pair)
                                : found(columns, day > month ? pair.dayFirst() : pair.monthFirst()));
            }
        }
        return Optional.empty();
    }

    /** The order in which time runs forwards, and then the one in which the file covers less time, is the likely one. */
    private Found dayOrMonth(List<Integer> columns, DayOrMonth pair) {
        Found day = found(columns, pair.dayFirst());
        Found month = found(columns, pair.monthFirst());
        int backwards = Integer.compare(stepsBack(day), stepsBack(month));
        int longer = backwards != 0 ? backwards : covered(day).compareTo(covered(month));
        if (longer != 0) {
            return longer < 0 ? day : month;
        }
        Found guess = table.separator() == ',' ? month : day;
        String remark = "Day and month cannot be told apart in these dates; "
                + guess.format().description()
                + " is taken. If that is wrong, give format, such as format="
                + (guess.equals(month) ? pair.dayFirst() : pair.monthFirst()) + ".";
        return new Found(columns, guess.format(), guess.firstRow(), List.of(remark));
    }

    private Optional<Found> epoch() {
        List<Integer> all = IntStream.range(0, table.columns()).boxed().toList();
        Optional<Found> named = all.stream()
                .flatMap(column -> epochIn(List.of(column)).stream())
                .filter(found -> found.firstRow() > 0
                        && isTimeName(table.rows().get(found.firstRow() - 1).cells(found.columns())))
                .findFirst();
        return named.or(() -> epochIn(List.of(0)).filter(found -> stepsBack(found) == 0));
    }

    private Optional<Found> epochIn(List<Integer> columns) {
        for (EpochTime format : EpochTime.values()) {
            if (fits(columns, format)) {
                Found found = found(columns, format);
                Instant first = times(found).get(0);
                if (first.isAfter(Instant.parse("1973-01-01T00:00:00Z"))
                        && first.isBefore(Instant.parse("2103-01-01T00:00:00Z"))) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(List<Integer> columns, TimeFormat format) {
        return readable(columns, format) >= ENOUGH;
    }

    /** The share of the cells that can be read as time, from the first of these on; missing ones do not count. */
    private double readable(List<Integer> columns, TimeFormat format) {
        int first = firstRow(columns, format);
        if (first < 0) {
            return 0;
        }
        int cells = 0;
        int read = 0;
        for (CsvTable.Row row : table.rows().subList(first, table.rows().size())) {
            String text = row.cells(columns);
            if (!CsvNumbers.isMissing(text)) {
                cells++;
                read += canRead(text, format) ? 1 : 0;
            }
        }
        return (double) read / cells;
    }

    private int firstRow(List<Integer> columns, TimeFormat format) {
        int last = Math.min(CsvTable.HEADER_ROWS, table.rows().size());
        for (int row = 0; row < last; row++) {
            if (canRead(table.rows().get(row).cells(columns), format)) {
                return row;
            }
        }
        return -1;
    }

    private Found found(List<Integer> columns, TimeFormat format) {
        return new Found(columns, format, firstRow(columns, format), List.of());
    }

    private boolean tellsTimeOfDay(Found found) {
        Predicate<String> tells = text -> found.format() instanceof WrittenTime written && written.tellsTimeOfDay(text);
        return tells.test(table.rows().get(found.firstRow()).cells(found.columns()));
    }

    private List<Instant> times(Found found) {
        List<Instant> times = new ArrayList<>();
        for (CsvTable.Row row :
                table.rows().subList(found.firstRow(), table.rows().size())) {
            String text = row.cells(found.columns());
            if (canRead(text, found.format())) {
                times.add(found.format().parse(text, zone));
            }
        }
        return times;
    }

    private int stepsBack(Found found) {
        List<Instant> times = times(found);
        return (int) IntStream.range(1, times.size())
                .filter(i -> times.get(i).isBefore(times.get(i - 1)))
                .count();
    }

    private Duration covered(Found found) {
        List<Instant> times = times(found);
        return Duration.between(
                        times.stream().min(Instant::compareTo).orElseThrow(),
                        times.stream().max(Instant::compareTo).orElseThrow())
                .abs();
    }

    private boolean canRead(String text, TimeFormat format) {
        try {
            format.parse(text, zone);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
