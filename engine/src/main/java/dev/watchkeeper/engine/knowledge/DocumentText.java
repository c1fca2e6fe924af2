package dev.watchkeeper.engine.knowledge;

import java.util.List;

/**
 * A document to be shown.
 *
 * @param document its address, as a URI
 * @param passages all of them, in their order; each knows the headings that it stands under
 * @param at which of them was asked for, counted from 0
 */
public record DocumentText(String document, String title, List<Passage> passages, int at) {
    public DocumentText {
        passages = List.copyOf(passages);
    }
}
