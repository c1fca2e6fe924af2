package dev.watchkeeper.engine.knowledge.document;

import java.util.List;

/**
 * What a document holds.
 *
 * @param note a sentence where something was left out; empty where all was read
 */
public record DocumentContent(String title, List<TextPassage> passages, String note) {
    public DocumentContent {
        passages = List.copyOf(passages);
    }
}
