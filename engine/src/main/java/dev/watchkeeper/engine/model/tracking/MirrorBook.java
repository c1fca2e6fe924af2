package dev.watchkeeper.engine.model.tracking;

import dev.watchkeeper.engine.signal.AssetId;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which changes a server has already and which wait. Every change that is in the {@link RunBook} waits for every
 * server until it is marked, so a server that is named for the first time gets all there is. Thread-safe; marks survive the
 * end of the process.
 */
public interface MirrorBook {
    /**
     * The oldest change that waits for a server, but for those of some assets.
     *
     * @param server names the server and what is kept there
     */
    Optional<Waiting> next(String server, Set<AssetId> notOf);

    /** Notes that a change is about to be sent, so that it may have arrived if nothing more is heard of it. */
    void markTried(String server, long sequence);

    /** Notes that a change has arrived. */
    void markSent(String server, long sequence);

    /**
     * Notes that a server will not take a change.
     *
     * @param why one sentence for the operator
     */
    void markRefused(String server, long sequence, String why);

    /** Lets the changes that the server refused wait again. */
    void retryRefused(String server);

    /** Lets all changes wait again, as ones that may have arrived, and forgets what the runs are called there. */
    void forget(String server);

    /** How many changes wait for a server, how many it refused, and why. */
    Count count(String server);

    /** Notes what a run is at the server, over what was noted of it. */
    void place(String server, RunId run, Place place);

    /** What a run is at a server; empty while it is not there. */
    Optional<Place> place(String server, RunId run);

    /**
     * A change that waits.
     *
     * @param sequence the place of the change among all
     * @param asset the one whose runs or model it is about
     * @param tried whether it may have arrived
     */
    record Waiting(long sequence, AssetId asset, boolean tried, RunChange change) {}

    /**
     * How many changes wait and how many were refused.
     *
     * @param why the sentence about the newest that was refused; empty where none was
     */
    record Count(long waiting, long refused, String why) {}

    /**
     * What a run is at a server.
     *
     * @param files where its files are, as the server names it
     * @param version the version of the registered model that it made; empty while it made none
     */
    record Place(String experimentId, String runId, String files, String version) {
        public Place withVersion(String made) {
            return new Place(experimentId, runId, files, made);
        }
    }
}
