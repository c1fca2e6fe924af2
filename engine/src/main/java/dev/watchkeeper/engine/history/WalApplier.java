package dev.watchkeeper.engine.history;

import io.questdb.cairo.CairoEngine;
import io.questdb.cairo.O3PartitionPurgeJob;
import io.questdb.cairo.TableToken;
import io.questdb.cairo.wal.ApplyWal2TableJob;
import io.questdb.cairo.wal.CheckWalTransactionsJob;
import io.questdb.cairo.wal.WalPurgeJob;
import io.questdb.cairo.wal.seq.SeqTxnTracker;
import io.questdb.std.str.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that brings what has been committed to the write-ahead logs into the tables, where readers see it, and
 * clears away what is no longer needed. It sleeps while there is nothing to do.
 */
final class WalApplier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WalApplier.class);
    private static final long TIDYING_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final CairoEngine engine;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition committed = lock.newCondition();
    private final Condition progressed = lock.newCondition();
    private boolean work;
    private boolean closing;
    private volatile boolean ended;

    WalApplier(CairoEngine engine) {
        this.engine = engine;
        // Before anyone asks how far the tables are: until this has run, nobody knows what an earlier process left in
        // the logs.
        new CheckWalTransactionsJob(engine).checkMissingWalTransactions();
        work = true;
        thread = new Thread(this::run, "history-apply");
        thread.setDaemon(true);
        thread.start();
    }

    /** Tells the thread that something has been committed. */
    void wake() {
        lock.lock();
        try {
            work = true;
            committed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until at most {@code behind} of the transactions that are committed now are not yet in the table.
     *
     * @throws HistoryException when the table cannot take them in, or takes longer than the patience
     */
    void await(TableToken table, long behind, Duration patience) {
        SeqTxnTracker tracker = engine.getTableSequencerAPI().getTxnTracker(table);
        long wanted = engine.getTableSequencerAPI().lastTxn(table) - behind;
        if (tracker.getWriterTxn() >= wanted) {
            return;
        }
        long left = patience.toNanos();
        lock.lock();
        try {
            while (tracker.getWriterTxn() < wanted) {
                checkAlive(table, tracker);
                if (left <= 0) {
                    throw new HistoryException("table " + table.getTableName() + " is still "
                            + (tracker.getSeqTxn() - tracker.getWriterTxn()) + " transactions behind after "
                            + patience);
                }
                left = progressed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HistoryException("interrupted while waiting for table " + table.getTableName(), e);
        } finally {
            lock.unlock();
        }
    }

    private void checkAlive(TableToken table, SeqTxnTracker tracker) {
        if (!tracker.isInitialised()) {
            throw new HistoryException("how far table " + table.getTableName() + " is cannot be read");
        }
        if (tracker.isSuspended()) {
            throw new HistoryException("table " + table.getTableName() + " takes nothing in: "
                    + tracker.getErrorMessage() + ". Is the disk full? Starting again tries once more.");
        }
        if (ended) {
            throw new HistoryException("table " + table.getTableName()
                    + " takes nothing in: the thread for it has ended, see the log. Starting again tries once more.");
        }
    }

    private void run() {
        try (ApplyWal2TableJob apply = new ApplyWal2TableJob(engine, 0);
                WalPurgeJob purge = new WalPurgeJob(engine);
                O3PartitionPurgeJob partitions = new O3PartitionPurgeJob(engine, 1)) {
            long tidied = System.nanoTime();
            while (awaitWork()) {
                boolean applied = true;
                while (applied) {
                    applied = apply.run(0);
                    signalProgress();
                }
                if (System.nanoTime() - tidied >= TIDYING_NANOS) {
                    tidy(purge, partitions);
                    tidied = System.nanoTime();
                }
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            LOG.error("history takes nothing in any more; start the program again", e);
        } finally {
            Path.clearThreadLocals();
            ended = true;
            signalProgress();
        }
    }

    /** Deletes logs that have been taken in and partitions that have been merged into others; lets go of idle tables. */
    private void tidy(WalPurgeJob purge, O3PartitionPurgeJob partitions) {
        try {
            partitions.run(0);
            purge.run(0);
            engine.releaseInactive();
        } catch (RuntimeException e) {
            LOG.warn("history could not be tidied up; tried again in a while", e);
        }
    }

    /** Returns when there may be something to do, now and then without; false when it is time to end. */
    private boolean awaitWork() throws InterruptedException {
        lock.lock();
        try {
            long left = TIDYING_NANOS;
            while (!work && !closing && left > 0) {
                left = committed.awaitNanos(left);
            }
            work = false;
            return !closing;
        } finally {
            lock.unlock();
        }
    }

    private void signalProgress() {
        lock.lock();
        try {
            progressed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread; what is not in the tables yet stays in the logs and is taken in at the next start. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            committed.signal();
            progressed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
