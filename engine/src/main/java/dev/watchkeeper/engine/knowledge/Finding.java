package dev.watchkeeper.engine.knowledge;

import java.util.List;

/**
 * What the documents say to a question.
 *
 * @param passages the best first
 * @param sentences the best first; empty where there is no evidence
 * @param evidence whether the documents have anything to say about it; where not, the passages are what comes nearest and must
 *     not be shown as an answer
 */
public record Finding(List<Passage> passages, List<CitedSentence> sentences, boolean evidence) {
    /** Nothing is indexed, or nothing fits. */
    public static final Finding NOTHING = new Finding(List.of(), List.of(), false);

    public Finding {
        passages = List.copyOf(passages);
        sentences = List.copyOf(sentences);
    }
}
