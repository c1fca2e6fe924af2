package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.knowledge.find.Finder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the rankers learn from: how passages and sentences looked that were right, and those that were not. */
final class RetrievalLesson {
    /** How strongly large weights are held back; chosen by hand, results hardly change from a third to three times of it. */
    private static final double HOLD = 0.001;

    private final List<LinearFit.Group> passages = new ArrayList<>();
    private final List<LinearFit.Group> sentences = new ArrayList<>();
    private final List<double[]> evidence = new ArrayList<>();

    /**
     * Adds a question.
     *
     * @param there what was found where its answer is
     * @param elsewhere what was found where it is not
     */
    void add(AskedPassage asked, Finder.Trace there, Finder.Trace elsewhere) {
        List<double[]> rows = new ArrayList<>();
        boolean[] right = new boolean[there.passages().size()];
        for (int i = 0; i < right.length; i++) {
            rows.add(there.passages().get(i).features());
            right[i] = RetrievalEvaluation.isRight(asked, there.passages().get(i));
        }
        passages.add(new LinearFit.Group(rows, right));
        List<double[]> sentenceRows = new ArrayList<>();
        boolean[] sentenceRight = new boolean[there.sentences().size()];
        for (int i = 0; i < sentenceRight.length; i++) {
            sentenceRows.add(there.sentences().get(i).features());
            sentenceRight[i] = RetrievalEvaluation.isRightSentence(asked, there, i);
        }
        sentences.add(new LinearFit.Group(sentenceRows, sentenceRight));
        evidence.add(there.evidence());
        evidence.add(elsewhere.evidence());
    }

    /** The weights as they stand in code. */
    List<String> lines() {
        boolean[] is = new boolean[evidence.size()];
        for (int i = 0; i < is.length; i += 2) {
            is[i] = true;
        }
        return List.of(
                line("PASSAGE", LinearFit.ranking(passages, HOLD)),
                line("SENTENCE", LinearFit.ranking(sentences, HOLD)),
                line("EVIDENCE", LinearFit.deciding(new LinearFit.Group(evidence, is), HOLD)));
    }

    private static String line(String name, double[] weights) {
        return name
                + Arrays.stream(weights)
                        .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                        .collect(Collectors.joining(", ", " = {", "}"));
    }
}
