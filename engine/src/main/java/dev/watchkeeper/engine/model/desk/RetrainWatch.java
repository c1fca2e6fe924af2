package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at policies: proposes a training, or orders it where the policy says so. Thread-safe. */
final class RetrainWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RetrainWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration SCORE_PAUSE = Duration.ofMinutes(1);
    private static final Duration SCORE_SPAN = Duration.ofDays(30);
    private static final Answers.Score UNKNOWN = new Answers.Score(OptionalDouble.empty(), 0);

    private final CardBoard board;
    private final DeskPorts ports;
    private final Trainings trainings;
    private final Map<AssetId, Scored> scores = new HashMap<>();
    private @Nullable Instant looked;

    private record Scored(Answers.Score score, Instant at) {}

    RetrainWatch(CardBoard board, DeskPorts ports, Trainings trainings) {
        this.board = board;
        this.ports = ports;
        this.trainings = trainings;
        for (AssetId asset : board.assets()) {
            ports.book().versions(asset).stream()
                    .map(ModelEntry::trainedAt)
                    .max(Instant::compareTo)
                    .ifPresent(newest -> board.update(asset, models -> models.newestTrainedAt(newest)));
        }
    }

    /** Looks at all assets, if that is some seconds ago. */
    void look() {
        Instant now = ports.clock().instant();
        synchronized (this) {
            if (looked != null && now.isBefore(looked.plus(PAUSE))) {
                return;
            }
            looked = now;
        }
        board.assets().forEach(this::look);
    }

    void look(AssetId asset) {
        Instant now = ports.clock().instant();
        Answers.Score score = score(asset, now);
        String label = ports.assets().find(asset).map(Asset::label).orElse(asset.value());
        @Nullable RetrainAdvice advice = board.change(asset, models -> {
                    RetrainAdvice advised = models.training().isRunning()
                            ? null
                            : RetrainAdvice.of(
                                            models.policy(),
                                            new RetrainAdvice.Facts(
                                                    label,
                                                    models.drift(),
                                                    score,
                                                    models.standing().hasChallenger(),
                                                    models.newestTrainedAt(),
                                                    models.startedByItself(),
                                                    now))
                                    .orElse(null);
                    models.proposal(advised == null ? null : advised.proposal());
                    return new Advised(advised);
                })
                .adviceOrNull;
        if (advice != null && advice.now()) {
            order(asset, advice.proposal());
        }
    }

    /** A result that may be nothing. */
    private record Advised(@Nullable RetrainAdvice adviceOrNull) {}

    private void order(AssetId asset, Proposal proposal) {
        try {
            trainings.order(asset, new RetrainRequest(Models.ENGINE, proposal.cause(), null));
        } catch (ModelsException e) {
            LOG.warn("The policy asks for a training of {}, which cannot be: {}", asset, e.getMessage());
        }
    }

    private Answers.Score score(AssetId asset, Instant now) {
        if (!board.card(asset).policy().onScore()) {
            return UNKNOWN;
        }
        synchronized (this) {
            Scored known = scores.get(asset);
            if (known != null && now.isBefore(known.at.plus(SCORE_PAUSE))) {
                return known.score;
            }
        }
        Instant from = now.minus(SCORE_SPAN);
        @Nullable Instant newest = board.change(asset, models -> new Newest(models.newestTrainedAt())).atOrNull;
        Answers.Score score = ports.answers()
                .score(
                        asset,
                        new TimeSpan(
                                newest != null && newest.isAfter(from) && newest.isBefore(now) ? newest : from, now));
        synchronized (this) {
            scores.put(asset, new Scored(score, now));
        }
        return score;
    }

    /** A moment that may never have been. */
    private record Newest(@Nullable Instant atOrNull) {}
}
