package dev.watchkeeper.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.detect.Score;
import dev.watchkeeper.engine.detect.ScoredReading;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestDbHistoryTest {
    private static final SensorId PRESSURE = SensorId.of("P-101", "pressure");
    private static final SensorId FLOW = SensorId.of("P-101", "flow's \"odd\" näme; --");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T00:00:00Z"));
    private static final TimeSpan ALWAYS = new TimeSpan(Instant.MIN, Instant.MAX);

    @TempDir
    private Path directory;

    private QuestDbHistory history;

    @BeforeEach
    void open() {
        history = QuestDbHistory.open(directory, CLOCK);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void readingsComeBackInTheOrderOfTimeWithTheirQuality() {
        List<Reading> readings = List.of(
                new Reading(PRESSURE, START.plusMillis(1), 4.5, Quality.GOOD),
                new Reading(PRESSURE, START.plusMillis(2), -1e300, Quality.UNCERTAIN),
                new Reading(PRESSURE, START.plusMillis(3), 0, Quality.BAD));
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, new Random(3));

        history.addReadings(shuffled);

        assertThat(all(PRESSURE)).isEqualTo(readings);
    }

    @Test
    void aSensorIsKeptApartFromOthersWhateverItsName() {
        Reading pressure = Reading.good(PRESSURE, START, 1);
        Reading flow = Reading.good(FLOW, START, 2);

        history.addReadings(List.of(pressure, flow));

        assertThat(all(PRESSURE)).containsExactly(pressure);
        assertThat(all(FLOW)).containsExactly(flow);
        assertThat(all(SensorId.of("P-101", "unheard of"))).isEmpty();
    }

    @Test
    void aReadingThatIsAddedTwiceIsThereOnceAndTheLastOneWins() {
        history.addReadings(List.of(Reading.good(PRESSURE, START, 1), Reading.good(PRESSURE, START, 2)));
        List<Reading> first = all(PRESSURE);
        Reading later = new Reading(PRESSURE, START, 3, Quality.BAD);

        history.addReadings(List.of(later));
        history.addReadings(List.of(later));

        assertThat(first).containsExactly(Reading.good(PRESSURE, START, 2));
        assertThat(all(PRESSURE)).containsExactly(later);
    }

    @Test
    void aSpanHoldsItsStartAndNotItsEnd() {
        history.addReadings(IntStream.range(0, 10)
                .mapToObj(i -> Reading.good(PRESSURE, START.plusMillis(i), i))
                .toList());
        List<Double> values = new ArrayList<>();

        history.forEachReading(
                PRESSURE,
                new TimeSpan(START.plusMillis(2), START.plusMillis(5)),
                reading -> values.add(reading.value()));

        assertThat(values).containsExactly(2.0, 3.0, 4.0);
    }

    @Test
    void aSeriesIsWhatDecimationMakesOfTheReadings() {
        Random random = new Random(5);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            readings.add(Reading.good(PRESSURE, START.plusSeconds(37L * i), random.nextGaussian()));
        }
        List<Reading> shuffled = new ArrayList<>(readings);
        Collections.shuffle(shuffled, random);
        TimeSpan span = new TimeSpan(START.plusSeconds(100), START.plus(Duration.ofDays(2)));

        for (int from = 0; from < shuffled.size(); from += 1_000) {
            history.addReadings(shuffled.subList(from, from + 1_000));
        }
        Series series = history.series(PRESSURE, span, 300);

        assertThat(series).usingRecursiveComparison().isEqualTo(Decimation.of(readings, span, 300));
    }

    @Test
    void readingsOfLongAgoAndOfTodayMixInOneBatch() {
        List<Reading> old = days(Instant.parse("2013-12-02T21:15:00Z"), 40);
        List<Reading> fresh = days(START, 3);
        List<Reading> mixed = new ArrayList<>(old);
        mixed.addAll(fresh);
        Collections.shuffle(mixed, new Random(9));

        history.addReadings(mixed.subList(0, 20));
        history.addReadings(mixed.subList(20, mixed.size()));

        assertThat(all(PRESSURE)).hasSize(43).startsWith(old.get(0)).endsWith(fresh.get(2));
        assertThat(history.extent(PRESSURE))
                .contains(new TimeSpan(old.get(0).time(), fresh.get(2).time().plusMillis(1)));
    }

    @Test
    void aSensorWithoutReadingsHasNoExtentAndAnEmptySeries() {
        assertThat(history.extent(PRESSURE)).isEmpty();
        assertThat(history.series(PRESSURE, ALWAYS, 100).size()).isZero();
        assertThat(history.scores(PRESSURE, ALWAYS, 100).size()).isZero();
    }

    @Test
    void scoresAreSummedUpWithTheirExpectedBand() {
        history.addScores(List.of(
                scored(0, new Score(true, 0, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN)),
                scored(1_000, new Score(false, 0.2, 5, 1, 2)),
                scored(1_200, new Score(false, 0.9, 0.1, Double.NaN, Double.NaN)),
                scored(1_400, new Score(false, 0.3, 4, 0.5, 3))));

        ScoreSeries scores = history.scores(PRESSURE, new TimeSpan(START, START.plusSeconds(2)), 2);

        assertThat(scores.size()).isEqualTo(2);
        assertThat(scores.highestScore(0)).isZero();
        assertThat(scores.expectedLow(0)).isNaN();
        assertThat(scores.timeMillis(1)).isEqualTo(START.toEpochMilli() + 1_000);
        assertThat(scores.highestScore(1)).isEqualTo(0.9);
        assertThat(scores.expectedLow(1)).isEqualTo(0.5);
        assertThat(scores.expectedHigh(1)).isEqualTo(3);
    }

    @Test
    void everythingIsThereAfterHistoryWasClosedAndOpened() {
        List<Reading> readings = days(START, 5);
        history.addReadings(readings);

        reopen();

        assertThat(all(PRESSURE)).isEqualTo(readings);
        assertThat(history.movedAside()).isEmpty();
    }

    @Test
    void aTimeThatHistoryCannotKeepIsRefusedAndNothingOfItsBatchIsAdded() {
        Reading good = Reading.good(PRESSURE, START, 1);
        Reading early = Reading.good(FLOW, Instant.parse("1969-12-31T23:59:59Z"), 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> history.addReadings(List.of(good, early)))
                .withMessageContaining("1969-12-31T23:59:59Z");
        assertThat(all(PRESSURE)).isEmpty();
    }

    @Test
    void readersSeeWhatWasAddedBeforeWhileAWriterGoesOn() throws Exception {
        int batches = 50;
        int batch = 200;
        AtomicBoolean writing = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(readers.submit(() -> {
                    int seen = 0;
                    while (writing.get()) {
                        int now = all(PRESSURE).size();
                        assertThat(now).isGreaterThanOrEqualTo(seen);
                        seen = now;
                    }
                    return seen;
                }));
            }
            for (int b = 0; b < batches; b++) {
                int start = b * batch;
                history.addReadings(IntStream.range(start, start + batch)
                        .mapToObj(i -> Reading.good(PRESSURE, START.plusSeconds(i), i))
                        .toList());
                assertThat(all(PRESSURE)).hasSize(start + batch);
            }
            writing.set(false);
            for (Future<Integer> each : running) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            writing.set(false);
            readers.shutdown();
        }
    }

    @Test
    void weeksThatAreTooOldAreDropped() {
        history.addReadings(weeks(PRESSURE, 10));

        int dropped =
                history.apply(new Retention(Duration.ofDays(21), Long.MAX_VALUE), MONDAY.plus(Duration.ofDays(70)));

        assertThat(dropped).isEqualTo(7);
        assertThat(all(PRESSURE)).isEqualTo(weeks(PRESSURE, 10).subList(7, 10));
        history.addReadings(weeks(PRESSURE, 1));
        assertThat(all(PRESSURE)).hasSize(4);
    }

    @Test
    void aWeekThatMergesHaveSplitIsDroppedWhole() {
        List<Reading> first = IntStream.range(0, 200_000)
                .mapToObj(i -> Reading.good(PRESSURE, MONDAY.plusSeconds(i), i))
                .toList();
        List<Reading> late = IntStream.range(190_000, 200_000)
                .mapToObj(i -> Reading.good(PRESSURE, MONDAY.plusSeconds(i).plusMillis(500), i))
                .toList();
        history.addReadings(first);
        history.addReadings(late.subList(0, 5_000));
        history.addReadings(late.subList(5_000, 10_000));
        history.addReadings(List.of(Reading.good(PRESSURE, MONDAY.plus(Duration.ofDays(7)), 1)));
        int before = all(PRESSURE).size();

        history.apply(new Retention(Duration.ofDays(7), Long.MAX_VALUE), MONDAY.plus(Duration.ofDays(14)));

        assertThat(before).isEqualTo(210_001);
        assertThat(all(PRESSURE)).hasSize(1);
    }

    @Test
    void theOldestWeeksAreDroppedUntilTheyAreSmallEnough() throws IOException {
        history.addReadings(weeks(PRESSURE, 10));
        history.addReadings(weeks(FLOW, 10));
        reopen();
        long half = sizeOfWeeks() / 2;

        history.apply(new Retention(Duration.ofDays(10_000), half), MONDAY);

        assertThat(all(PRESSURE))
                .hasSizeBetween(1, 8)
                .endsWith(weeks(PRESSURE, 10).get(9));
    }

    @Test
    void theNewestWeekIsKeptHoweverSmallHistoryMustBe() {
        history.addReadings(weeks(PRESSURE, 3));

        history.apply(new Retention(Duration.ofDays(10_000), 1), MONDAY);

        assertThat(all(PRESSURE)).hasSize(1);
    }

    @Test
    void closingWaitsForAReadThatIsUnderWayAndRefusesLaterOnes() throws Exception {
        history.addReadings(weeks(PRESSURE, 2));
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Reading> seen = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(
                () -> history.forEachReading(PRESSURE, ALWAYS, each -> {
                    seen.add(each);
                    reading.countDown();
                    awaitUninterruptibly(goOn);
                }),
                "reader");
        Thread closer = new Thread(history::close, "closer");
        reader.start();
        reading.await();

        closer.start();
        await().until(() -> closer.getState() == Thread.State.WAITING);
        int seenBefore = seen.size();
        goOn.countDown();
        reader.join();
        closer.join();

        assertThat(seenBefore).isEqualTo(1);
        assertThat(seen).hasSize(2);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> history.extent(PRESSURE))
                .withMessageContaining("closed");
    }

    @Test
    void aSecondOneOfTheSameDirectoryIsRefused() {
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> QuestDbHistory.open(directory, CLOCK))
                .withMessageContaining("open in another program");
        assertThat(history.movedAside()).isEmpty();
    }

    @Test
    void aTornColumnMovesItsTableAsideAndLeavesTheOthers() throws IOException {
        addBothKinds();
        tear(find(tableOf(HistoryEngine.READINGS), "value.d"));

        history = QuestDbHistory.open(directory, CLOCK);

        assertThat(history.movedAside()).hasSize(1);
        assertThat(history.movedAside().get(0)).exists().hasParent(directory.resolve("damaged/20260302T000000.000Z"));
        assertThat(all(PRESSURE)).isEmpty();
        assertThat(history.scores(PRESSURE, ALWAYS, 1).size()).isEqualTo(1);
        history.addReadings(days(START, 2));
        reopen();
        assertThat(all(PRESSURE)).hasSize(2);
        assertThat(history.movedAside()).isEmpty();
    }

    @Test
    void aTornTransactionFileDoesNotKeepHistoryFromOpening() throws IOException {
        addBothKinds();
        tear(tableOf(HistoryEngine.READINGS).resolve("_txn"));

        history = QuestDbHistory.open(directory, CLOCK);

        assertThat(history.movedAside()).isNotEmpty();
        history.addReadings(days(START, 2));
        assertThat(all(PRESSURE)).hasSize(2);
    }

    @Test
    void aRegistryThatIsNoneDoesNotKeepHistoryFromOpening() throws IOException {
        addBothKinds();
        Files.writeString(directory.resolve("db/tables.d.0"), "nothing that a registry would hold".repeat(50));

        history = QuestDbHistory.open(directory, CLOCK);

        history.addReadings(days(START, 2));
        assertThat(all(PRESSURE)).hasSizeGreaterThanOrEqualTo(2);
    }

    private void addBothKinds() {
        history.addReadings(days(START, 3));
        history.addScores(List.of(scored(0, new Score(false, 0.5, 1, 0, 1))));
        // A read waits until both are in their tables; closing does not.
        assertThat(all(PRESSURE)).hasSize(3);
        assertThat(history.scores(PRESSURE, ALWAYS, 1).size()).isEqualTo(1);
        history.close();
    }

    /** The directory of the one table of a kind that has a week in it. */
    private Path tableOf(String kind) throws IOException {
        try (Stream<Path> entries = Files.walk(directory.resolve("db"), 2)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("2026-"))
                    .map(Path::getParent)
                    .filter(table -> table.getFileName().toString().startsWith(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path find(Path directory, String name) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> path.getFileName().toString().equals(name))
                    .filter(path -> !path.toString().contains("wal"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void tear(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(3);
        }
    }

    private long sizeOfWeeks() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("db"))) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains("/2026-"))
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reopen() {
        history.close();
        history = QuestDbHistory.open(directory, CLOCK);
    }

    private static List<Reading> days(Instant start, int count) {
        return IntStream.range(0, count)
                .mapToObj(day -> Reading.good(PRESSURE, start.plus(Duration.ofDays(day)), day))
                .toList();
    }

    private static List<Reading> weeks(SensorId sensor, int count) {
        return IntStream.range(0, count)
                .mapToObj(week -> Reading.good(sensor, MONDAY.plus(Duration.ofDays(7L * week)), week))
                .toList();
    }

    private static ScoredReading scored(long millis, Score score) {
        return new ScoredReading(PRESSURE, START.plusMillis(millis), 7, score);
    }

    private List<Reading> all(SensorId sensor) {
        List<Reading> readings = new ArrayList<>();
        history.forEachReading(sensor, ALWAYS, readings::add);
        return readings;
    }
}
