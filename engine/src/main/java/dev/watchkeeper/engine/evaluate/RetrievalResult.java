package dev.watchkeeper.engine.evaluate;

import java.util.List;
import java.util.Locale;

/**
 * How well passages and sentences were found.
 *
 * @param r1 share of questions whose right passage came first
 * @param r5 among the first five
 * @param mrr10 mean of one over the rank of the right passage, 0 behind the tenth
 * @param sentence1 share whose right sentence, in a right passage, came first
 * @param sentence2 among the first two
 * @param refused share of unrelated questions for which no evidence was seen
 * @param kept share of questions for which evidence was seen
 * @param p95Millis 95 of 100 questions took at most so long
 * @param loadSeconds how long loading the sentence model took
 * @param perSecond how many passages were indexed in a second by one thread
 */
public record RetrievalResult(
        int questions,
        int unrelated,
        int passages,
        double r1,
        double r5,
        double mrr10,
        double sentence1,
        double sentence2,
        double refused,
        double kept,
        double p95Millis,
        double loadSeconds,
        double perSecond) {
    /** What the figures are of. */
    public List<String> table() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d questions to %d passages; %d unrelated questions",
                        questions,
                        passages,
                        unrelated),
                String.format(
                        Locale.ROOT,
                        "sentence model loaded in %.2f s; %.1f passages a second indexed, on one thread",
                        loadSeconds,
                        perSecond));
    }

    /** The line for those who read it by program. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "retrieval r1=%.3f r5=%.3f mrr10=%.3f sentence1=%.3f sentence2=%.3f refused=%.3f kept=%.3f p95_ms=%.1f",
                r1,
                r5,
                mrr10,
                sentence1,
                sentence2,
                refused,
                kept,
                p95Millis);
    }
}
