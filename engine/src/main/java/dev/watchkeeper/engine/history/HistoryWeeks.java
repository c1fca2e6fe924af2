package dev.watchkeeper.engine.history;

import io.questdb.cairo.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The weeks of all tables, for retention: which there are, how much disk they take, and dropping them. */
final class HistoryWeeks {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int DAY_OF_WEEK_LENGTH = "-1".length();

    private final HistoryEngine engine;

    HistoryWeeks(HistoryEngine engine) {
        this.engine = engine;
    }

    int drop(Retention retention, Instant now) {
        List<Week> weeks = weeks();
        weeks.sort(Comparator.comparing(Week::monday));
        LocalDate newest = weeks.isEmpty() ? LocalDate.EPOCH : weeks.get(weeks.size() - 1).monday;
        long bytes = weeks.stream().mapToLong(Week::bytes).sum();
        Map<String, List<LocalDate>> dropped = new HashMap<>();
        int count = 0;
        for (Week week : weeks) {
            boolean tooOld = Duration.between(week.end(), now).compareTo(retention.age()) >= 0;
            boolean tooMany = bytes > retention.bytes() && week.monday.isBefore(newest);
            if (tooOld || tooMany) {
                bytes -= week.bytes;
                count++;
                dropped.computeIfAbsent(week.table, table -> new ArrayList<>()).add(week.monday);
            }
        }
        dropped.forEach(this::drop);
        return count;
    }

    private void drop(String table, List<LocalDate> mondays) {
        String list = mondays.stream()
                .map(monday -> "'" + DateTimeFormatter.ISO_WEEK_DATE.format(monday) + "'")
                .map(name -> name.substring(0, name.length() - 1 - DAY_OF_WEEK_LENGTH) + "'")
                .collect(Collectors.joining(","));
        engine.execute(table, "ALTER TABLE " + table + " DROP PARTITION LIST " + list);
    }

    private List<Week> weeks() {
        List<Week> weeks = new ArrayList<>();
        for (String table : engine.tables()) {
            engine.await(table);
            sizes(table).forEach((monday, bytes) -> weeks.add(new Week(table, monday, bytes)));
        }
        return weeks;
    }

    /** What each week of a table takes. A week may be in several parts, after merges. */
    private Map<LocalDate, Long> sizes(String table) {
        Map<LocalDate, Long> sizes = new TreeMap<>();
        try (TableReader reader = engine.engine().getReader(engine.engine().verifyTableName(table))) {
            for (int part = 0; part < reader.getPartitionCount(); part++) {
                LocalDate monday = monday(reader.getPartitionTimestampByIndex(part));
                sizes.merge(monday, size(engine.directory(reader, part)), Long::sum);
            }
            return sizes;
        } catch (IOException e) {
            throw new HistoryException("cannot tell how much disk table " + table + " takes", e);
        }
    }

    private static LocalDate monday(long micros) {
        Instant time = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND));
        return LocalDate.ofInstant(time, ZoneOffset.UTC).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static long size(Path directory) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
            return size;
        } catch (NoSuchFileException e) {
            // Another part took its place meanwhile; that is counted at the next time.
            return size;
        }
    }

    private record Week(String table, LocalDate monday, long bytes) {
        Instant end() {
            return monday.plusWeeks(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }
}
