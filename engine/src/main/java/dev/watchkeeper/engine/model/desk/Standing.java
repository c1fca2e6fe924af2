package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.signal.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which versions of an asset are to have which role: what was decided, whether or not the detection job follows yet.
 *
 * @param previous the champions before, the newest last: what can be gone back to
 */
public record Standing(AssetId asset, Place champion, List<Integer> previous, Place challenger) {
    /**
     * Who has a role.
     *
     * @param number {@link Takeover#NONE} for no trained version
     * @param since clock time of the decision
     */
    public record Place(int number, Instant since) {
        static final Place NEVER = new Place(Takeover.NONE, Instant.EPOCH);
    }

    public Standing {
        previous = List.copyOf(previous);
    }

    /** Of an asset that never had a model. */
    public static Standing none(AssetId asset) {
        return new Standing(asset, Place.NEVER, List.of(), Place.NEVER);
    }

    Place place(Role role) {
        return role == Role.CHAMPION ? champion : challenger;
    }

    boolean hasChallenger() {
        return challenger.number() != Takeover.NONE;
    }

    OptionalInt rollBackTo() {
        return previous.isEmpty() ? OptionalInt.empty() : OptionalInt.of(previous.get(previous.size() - 1));
    }

    Standing challenged(int number, Instant at) {
        return new Standing(asset, champion, previous, new Place(number, at));
    }

    Standing withdrawn(Instant at) {
        return challenged(Takeover.NONE, at);
    }

    /** A version becomes champion, and is no longer the challenger where it was. */
    Standing promoted(int number, Instant at) {
        List<Integer> before = new ArrayList<>(previous);
        before.add(champion.number());
        Place beside = challenger.number() == number ? new Place(Takeover.NONE, at) : challenger;
        return new Standing(asset, new Place(number, at), before, beside);
    }

    /** The champion before is champion again; it is not challenger then, if it was. */
    Standing rolledBack(Instant at) {
        int number = rollBackTo().orElseThrow();
        Place beside = hasChallenger() && challenger.number() == number ? new Place(Takeover.NONE, at) : challenger;
        return new Standing(asset, new Place(number, at), previous.subList(0, previous.size() - 1), beside);
    }
}
