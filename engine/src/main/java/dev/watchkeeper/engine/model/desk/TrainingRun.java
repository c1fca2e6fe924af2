package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.train.TrainingMonitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training from its order to its end, as it is told of: to the board ten times a second at most, to the book twice. Thread-safe.
 */
final class TrainingRun implements TrainingMonitor {
    private static final Duration BOARD_PAUSE = Duration.ofMillis(100);
    private static final Duration BOOK_PAUSE = Duration.ofMillis(500);

    private final TrainingOrder order;
    private final CardBoard board;
    private final TrainingBook book;
    private final InstantSource clock;
    private volatile @Nullable String cancelledBy;
    private Instant toldBoard = Instant.EPOCH;
    private Instant toldBook = Instant.EPOCH;

    TrainingRun(TrainingOrder order, CardBoard board, TrainingBook book, InstantSource clock) {
        this.order = order;
        this.board = board;
        this.book = book;
        this.clock = clock;
    }

    TrainingOrder order() {
        return order;
    }

    /** Ends it as soon as it looks, which it does every few milliseconds. The first who asks is named. */
    void cancel(String user) {
        if (cancelledBy == null) {
            cancelledBy = user;
        }
    }

    Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    @Override
    public boolean cancelled() {
        return cancelledBy != null;
    }

    @Override
    public void progress(double done, String sentence) {
        Instant now = clock.instant();
        boolean last = done >= 1;
        if (last || !now.isBefore(toldBoard.plus(BOARD_PAUSE))) {
            toldBoard = now;
            board.update(order.asset(), models -> models.training(running(done, sentence)));
        }
        if (last || !now.isBefore(toldBook.plus(BOOK_PAUSE))) {
            toldBook = now;
            book.progress(order.id(), done, sentence);
            book.cancelledBy(order.id()).ifPresent(this::cancel);
        }
    }

    TrainingState.Running running(double done, String sentence) {
        return new TrainingState.Running(
                done,
                sentence,
                order.at(),
                order.request().by(),
                order.request().cause());
    }
}
