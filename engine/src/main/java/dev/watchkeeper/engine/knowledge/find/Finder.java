package dev.watchkeeper.engine.knowledge.find;

import dev.watchkeeper.engine.knowledge.CitedSentence;
import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.Knowledge;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.knowledge.embed.Embedder;
import dev.watchkeeper.engine.knowledge.index.IndexView;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.knowledge.index.StoredPassage;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Finds in an index. Thread-safe. */
public final class Finder implements Knowledge {
    private static final int SENTENCES = 5;

    private final Source source;
    private final Embedder embedder;

    /** From where it reads: an index that is open, or one that another process has. */
    public interface Source {
        <T> T read(PassageIndex.Reading<T> reading, T without);
    }

    /** Finds in an index that is open here. */
    public Finder(PassageIndex index, Embedder embedder) {
        this(
                new Source() {
                    @Override
                    public <T> T read(PassageIndex.Reading<T> reading, T without) {
                        return index.read(reading);
                    }
                },
                embedder);
    }

    public Finder(Source source, Embedder embedder) {
        this.source = source;
        this.embedder = embedder;
    }

    /**
     * What was looked at to find something, for those who judge or train the rankers.
     *
     * @param evidence what the judgement looked at whether there is any evidence
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier that nobody compares
    public record Trace(
            List<RankedPassage> passages, List<RankedSentence> sentences, double[] evidence, boolean isEvidence) {
        static final Trace NOTHING = new Trace(List.of(), List.of(), new double[0], false);
    }

    @Override
    public Finding find(String question, int most) {
        Trace trace = trace(question, most);
        if (trace.passages().isEmpty()) {
            return Finding.NOTHING;
        }
        List<Passage> passages = trace.passages().stream()
                .map(ranked -> passage(ranked.passage(), ranked.score()))
                .toList();
        List<CitedSentence> sentences = trace.isEvidence()
                ? trace.sentences().stream()
                        .limit(SENTENCES)
                        .map(ranked -> new CitedSentence(ranked.text(), ranked.passage(), ranked.score()))
                        .toList()
                : List.of();
        return new Finding(passages, sentences, trace.isEvidence());
    }

    /** As {@link #find}, with what it was found by. */
    public Trace trace(String question, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most is not at least 1: " + most);
        }
        if (question.isBlank()) {
            return Trace.NOTHING;
        }
        return Objects.requireNonNull(source.read(view -> trace(question, most, view), Trace.NOTHING));
    }

    private Trace trace(String text, int most, IndexView view) throws IOException {
        if (view.passages() == 0) {
            return Trace.NOTHING;
        }
        Question question = Question.of(text, view, embedder);
        List<RankedPassage> passages = PassageRanker.rank(question, view);
        double[] evidence = Evidence.features(question, passages);
        List<RankedPassage> best = passages.subList(0, Math.min(most, passages.size()));
        return new Trace(best, SentenceRanker.rank(question, best), evidence, Evidence.isThere(evidence));
    }

    /** A passage of the index as those see it who ask. */
    public static Passage passage(StoredPassage stored, double score) {
        return new Passage(
                stored.id(),
                new Place(stored.document(), stored.title(), stored.headings(), stored.page()),
                stored.text(),
                score);
    }
}
