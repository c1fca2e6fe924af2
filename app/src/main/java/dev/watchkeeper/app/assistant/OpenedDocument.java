package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A document as it is read, with the place that was cited.
 *
 * @param note what the reader must know; empty where there is nothing
 * @param parts all of it, in its order
 * @param at which part was cited, counted from 0
 */
record OpenedDocument(String title, String note, List<Part> parts, int at) {
    OpenedDocument {
        parts = List.copyOf(parts);
    }

    /**
     * A passage.
     *
     * @param headings that begin with it, the outermost first, each with its depth from 0; empty where the part before stands under
     *     the same
     * @param page that begins with it; 0 for none
     */
    record Part(List<Heading> headings, int page, String text) {
        Part {
            headings = List.copyOf(headings);
        }
    }

    /** A heading and how deep it is. */
    record Heading(int depth, String text) {}

    /** The document of a citation; where it is no longer there, the passage as it was cited. */
    static OpenedDocument of(Source.Document cited, Optional<DocumentText> found) {
        return found.map(document -> opened(cited, document)).orElseGet(() -> kept(cited));
    }

    private static OpenedDocument opened(Source.Document cited, DocumentText document) {
        List<Part> parts = new ArrayList<>();
        List<String> before = List.of();
        int page = 0;
        int same = -1;
        for (Passage passage : document.passages()) {
            Place place = passage.place();
            parts.add(
                    new Part(begun(before, place.headings()), place.page() == page ? 0 : place.page(), passage.text()));
            before = place.headings();
            page = place.page();
            if (same < 0
                    && passage.text().equals(cited.text())
                    && place.headings().equals(cited.place().headings())) {
                same = parts.size() - 1;
            }
        }
        String changed = same < 0 ? "The document has changed since: this is the place, as it reads now." : "";
        return new OpenedDocument(document.title(), changed, parts, same < 0 ? document.at() : same);
    }

    private static OpenedDocument kept(Source.Document cited) {
        Place place = cited.place();
        return new OpenedDocument(
                place.title(),
                "The document is no longer among those that are indexed. This is the passage as it was cited.",
                List.of(new Part(begun(List.of(), place.headings()), place.page(), cited.text())),
                0);
    }

    private static List<Heading> begun(List<String> before, List<String> now) {
        int same = 0;
        while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) {
            same++;
        }
        List<Heading> begun = new ArrayList<>();
        for (int depth = same; depth < now.size(); depth++) {
            begun.add(new Heading(depth, now.get(depth)));
        }
        return begun;
    }
}
