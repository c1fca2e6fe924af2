package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.model.tracking.MirrorBook;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the server that runs are mirrored to.
 *
 * @param connected whether it answered when it was last asked
 * @param queued how many changes wait to be sent
 * @param refused how many the server would not take
 * @param trouble what is wrong and what to do, in one sentence; empty while all is well
 * @param lastSuccessOrNull when something was last sent; null: not since the program started
 */
public record MirrorStatus(
        URI server,
        boolean connected,
        long queued,
        long refused,
        String trouble,
        @Nullable Instant lastSuccessOrNull) {
    public Optional<Instant> lastSuccess() {
        return Optional.ofNullable(lastSuccessOrNull);
    }

    /**
     * What came of sending so far.
     *
     * @param trouble why something waits; empty where nothing does
     */
    record Outcome(
            boolean connected, String trouble, @Nullable Instant lastSuccess) {
        static final Outcome NONE = new Outcome(false, "", null);

        Outcome reached(String troubleStill) {
            return new Outcome(true, troubleStill, lastSuccess);
        }

        Outcome away(String sentence) {
            return new Outcome(false, sentence, lastSuccess);
        }

        Outcome sent(Instant at, String troubleStill) {
            return new Outcome(true, troubleStill, at);
        }

        MirrorStatus status(URI server, MirrorBook.Count count) {
            String sentence = trouble.isEmpty() ? count.why() : trouble;
            return new MirrorStatus(server, connected, count.waiting(), count.refused(), sentence, lastSuccess);
        }
    }
}
