package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.ModelFiles;
import dev.watchkeeper.engine.model.deploy.ModelPublishException;
import dev.watchkeeper.engine.model.deploy.ModelPublisher;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the detection job to what was decided: compares decisions with what the job says that it runs, and publishes where
 * they differ.
 *
 * <p>What is decided from now on is published at once, whatever the job said before. What was decided earlier is published only
 * when the job does not say so within {@link #PATIENCE}, since deploying a version afresh takes from it what it has learned.
 * What fails, or is not taken over, is published again, at first soon and then ever more rarely. What the job refuses is not.
 *
 * <p>All calls come from one thread, which waits for the broker.
 */
final class Deployer {
    /** How long the job may take to tell that it follows. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final CardBoard board;
    private final ModelFiles files;
    private final ModelPublisher publisher;
    private final InstantSource clock;
    private final Instant begun;
    private final Map<Place, Attempt> attempts = new HashMap<>();

    private record Place(AssetId asset, Role role) {}

    /**
     * The last publication for a role.
     *
     * @param published whether the broker took it
     * @param next when it is to be repeated if the job has not followed by then
     */
    private record Attempt(Standing.Place of, boolean published, Instant next, Duration pause) {}

    Deployer(CardBoard board, ModelFiles files, ModelPublisher publisher, InstantSource clock) {
        this.board = board;
        this.files = files;
        this.publisher = publisher;
        this.clock = clock;
        begun = clock.instant();
    }

    /** Publishes what is due. The champion first: a challenger that is promoted goes on from what it has learned. */
    void bring() {
        for (AssetId asset : board.assets()) {
            for (Role role : Role.values()) {
                bring(new Place(asset, role));
            }
        }
    }

    private void bring(Place place) {
        Standing.Place wanted = due(place);
        if (wanted == null) {
            return;
        }
        Attempt before = attempts.get(place);
        Duration pause = before == null || !before.of.equals(wanted) ? FIRST_PAUSE : doubled(before.pause);
        boolean repeated = before != null && before.of.equals(wanted) && before.published;
        boolean published = false;
        @Nullable String trouble = null;
        Duration wait = pause.compareTo(PATIENCE) > 0 ? pause : PATIENCE;
        try {
            publisher.publish(update(place, wanted.number()));
            published = true;
            if (repeated) {
                trouble = "The detection job has not taken " + words(wanted, place.role)
                        + " yet. It was told again; if that does not help, look at the Pipeline screen.";
            }
        } catch (ModelPublishException | IOException e) {
            LOG.warn("{} of {} could not be published", words(wanted, place.role), place.asset, e);
            trouble = e.getMessage() + " It is tried again.";
            wait = pause;
        }
        attempts.put(place, new Attempt(wanted, published, clock.instant().plus(wait), pause));
        String sentence = trouble;
        board.update(place.asset, models -> models.trouble(place.role, sentence));
    }

    /** What is to be published now for a role; null for nothing. */
    private Standing.@Nullable Place due(Place place) {
        Instant now = clock.instant();
        return board.change(place.asset, models -> {
            Standing.Place wanted = models.standing().place(place.role);
            Attempt before = attempts.get(place);
            boolean tried = before != null && before.of.equals(wanted);
            boolean decidedHere = !wanted.since().isBefore(begun);
            if (!tried && decidedHere) {
                return wanted;
            }
            int runs = models.told(place.role).map(Takeover::number).orElse(Takeover.NONE);
            if (runs == wanted.number() || models.refused(place.role)) {
                models.trouble(place.role, null);
                return null;
            }
            Instant from = tried && before != null ? before.next : begun.plus(PATIENCE);
            return now.isBefore(from) ? null : wanted;
        });
    }

    private ModelUpdate update(Place place, int number) throws IOException {
        return number == Takeover.NONE
                ? new ModelUpdate.Withdrawn(place.asset, place.role)
                : new ModelUpdate.Deployed(place.role, files.load(place.asset, number));
    }

    private static String words(Standing.Place wanted, Role role) {
        return wanted.number() == Takeover.NONE
                ? "the end of the " + role.word()
                : "version " + wanted.number() + " as " + role.word();
    }

    private static Duration doubled(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
