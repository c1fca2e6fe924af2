package dev.watchkeeper.stream.ingest;

import dev.watchkeeper.engine.intake.CsvReadings;
import dev.watchkeeper.engine.intake.CsvRow;
import dev.watchkeeper.engine.intake.RejectedRow;
import dev.watchkeeper.engine.intake.Rejection;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.engine.wire.EndOfRun;
import dev.watchkeeper.engine.wire.RejectionReason;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the readings of a file to the readings topic, at a pace, and marks their end. Rows that cannot be read go to the
 * rejects topic. One thread sends; any other may {@link #cancel}.
 */
public final class Replay {
    /** How often progress is told. */
    private static final long PROGRESS_MILLIS = 200;

    private final ReadingPublisher publisher;
    private final Pace pace;
    private final InstantSource clock;
    private final Consumer<Progress> progress;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /**
     * How far it has come.
     *
     * @param rows lines of the file that have been read
     * @param rejectedRows of which something could not be read
     * @param readings sent so far
     * @param share of the file that has been read, in [0, 1]
     */
    public record Progress(long rows, long rejectedRows, long readings, double share) {}

    /**
     * What was sent.
     *
     * @param spanOrNull from the first to just after the last reading, in event time; null when there was none
     * @param complete false when it was cancelled
     */
    public record Sent(
            long rows,
            long rejectedRows,
            long readings,
            @Nullable TimeSpan spanOrNull,
            boolean complete) {
        public Optional<TimeSpan> span() {
            return Optional.ofNullable(spanOrNull);
        }
    }

    public Replay(ReadingPublisher publisher, Pace pace, InstantSource clock, Consumer<Progress> progress) {
        this.publisher = publisher;
        this.pace = pace;
        this.clock = clock;
        this.progress = progress;
    }

    /** Ends {@link #send} soon: what has been sent stays sent, and its end is marked. */
    public void cancel() {
        cancelled.countDown();
    }

    /**
     * Describes the asset, sends its rows, and marks their end under the run's name.
     *
     * @param source what the rows come from, such as the name of the file, for the rejects
     * @throws dev.watchkeeper.stream.topic.TopicException when the broker does not take what is sent
     */
    public Sent send(CsvReadings rows, Asset asset, String source, String run) {
        publisher.describe(asset);
        Instant started = clock.instant();
        Instant first = null;
        Instant earliest = null;
        Instant latest = null;
        long told = started.toEpochMilli();
        long lines = 0;
        long rejected = 0;
        long readings = 0;
        while (!isCancelled() && rows.hasNext()) {
            CsvRow row = rows.next();
            lines++;
            if (row instanceof RejectedRow bad) {
                rejected++;
                reject(bad, source);
            }
            for (Reading reading : row.readings()) {
                first = first == null ? reading.time() : first;
                earliest = earliest == null || reading.time().isBefore(earliest) ? reading.time() : earliest;
                latest = latest == null || reading.time().isAfter(latest) ? reading.time() : latest;
                awaitDue(started, first, reading.time());
                publisher.send(reading);
                readings++;
            }
            if (clock.millis() - told >= PROGRESS_MILLIS) {
                told = clock.millis();
                progress.accept(new Progress(lines, rejected, readings, share(rows)));
            }
        }
        boolean complete = !isCancelled();
        publisher.end(new EndOfRun(asset.id(), run));
        publisher.flush();
        progress.accept(new Progress(lines, rejected, readings, share(rows)));
        TimeSpan span = earliest == null || latest == null ? null : new TimeSpan(earliest, latest.plusMillis(1));
        return new Sent(lines, rejected, readings, span, complete);
    }

    private void reject(RejectedRow row, String source) {
        publisher.reject(
                new Rejection(
                        RejectionReason.BROKEN_RECORD, row.reason(), "file:" + source, 0, row.line(), clock.instant()),
                row.text().getBytes(StandardCharsets.UTF_8));
    }

    private void awaitDue(Instant started, Instant first, Instant time) {
        Duration due = pace.dueAfter(first, time);
        if (due.isZero()) {
            return;
        }
        Duration wait = Duration.between(clock.instant(), started.plus(due));
        if (wait.isNegative() || wait.isZero()) {
            return;
        }
        try {
            cancelled.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
        }
    }

    private boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    private static double share(CsvReadings rows) {
        return rows.totalBytes() == 0 ? 1 : Math.min(1, (double) rows.bytesRead() / rows.totalBytes());
    }
}
