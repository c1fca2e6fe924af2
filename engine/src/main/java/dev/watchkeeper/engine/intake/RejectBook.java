package dev.watchkeeper.engine.intake;

import java.util.List;
import java.util.Map;

/**
 * Keeps rejected records: every one is counted, the newest {@link #KEPT} can be looked at. Thread-safe.
 *
 * <p>A record that is given again while it is kept is neither kept nor counted twice.
 */
public interface RejectBook {
    /** How many records are kept, at least; up to a hundredth more may be. */
    int KEPT = 100_000;

    /**
     * Keeps and counts records. When it returns, they survive the end of the process.
     *
     * @return how many of them were new
     */
    int add(List<RejectedRecord> records);

    /** How many were ever rejected. */
    long count();

    /** The same for each reason. */
    Map<String, Long> countByReason();

    /** The kept ones that came last, the newest first. */
    List<RejectedRecord> newest(int most);
}
