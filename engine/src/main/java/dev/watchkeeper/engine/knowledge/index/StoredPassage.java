package dev.watchkeeper.engine.knowledge.index;

import java.util.List;

/**
 * A passage as it lies in the index.
 *
 * @param id names it for as long as its document does not change
 */
public record StoredPassage(String id, String document, String title, List<String> headings, int page, String text) {
    public StoredPassage {
        headings = List.copyOf(headings);
    }
}
