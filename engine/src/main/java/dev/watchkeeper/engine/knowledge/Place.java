package dev.watchkeeper.engine.knowledge;

import java.util.List;

/**
 * Where in a document something stands: what a citation names and opens.
 *
 * @param document the document's address, as a URI: a file of a watched folder, or one that ships with the product
 * @param title how the document is called
 * @param headings from the outermost to the innermost heading that it stands under; may be empty
 * @param page counted from 1; 0 where the format has no pages
 */
public record Place(String document, String title, List<String> headings, int page) {
    public Place {
        headings = List.copyOf(headings);
    }
}
