package dev.watchkeeper.engine.knowledge.document;

import java.util.List;

/**
 * A part of a document.
 *
 * @param headings that it stands under, the outermost first
 * @param page counted from 1, where it begins; 0 where the format has no pages
 */
public record TextPassage(List<String> headings, int page, String text) {
    public TextPassage {
        headings = List.copyOf(headings);
    }
}
