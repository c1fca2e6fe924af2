package dev.watchkeeper.engine.detect;

import java.util.Comparator;
import java.util.List;

/**
 * Why a score is what it is. Bounded: of an asset with very many sensors only the largest parts are kept.
 *
 * @param parts the comparisons of which it is made, the largest share first; empty where that is not known
 * @param earlier the most important first: for each sensor that was compared with its own past the nearest window before; none for a sensor without
 *     such a window, or of which only newer windows have a known time
 */
public record Evidence(List<ScorePart> parts, List<EarlierWindow> earlier) {
    /** No more parts are kept. */
    public static final int MOST_PARTS = 64;

    /** No more earlier windows are kept. */
    public static final int MOST_EARLIER = 16;

    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(List.of(), List.of());

    public Evidence {
        parts = parts.stream()
                .sorted(Comparator.comparingDouble(ScorePart::share).reversed())
                .limit(MOST_PARTS)
                .toList();
        earlier = earlier.stream().limit(MOST_EARLIER).toList();
    }
}
