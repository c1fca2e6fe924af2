package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.knowledge.find.Finder;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.StoredPassage;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is told of the documents that are in an index. */
final class Entries {
    private Entries() {}

    /** How many documents are found in. */
    static int documents(List<DocumentEntry> entries) {
        return (int) entries.stream().filter(entry -> entry.passages() > 0).count();
    }

    static int passages(List<DocumentEntry> entries) {
        return entries.stream().mapToInt(DocumentEntry::passages).sum();
    }

    static List<KnowledgeStatus.Problem> problems(List<DocumentEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.note().isEmpty())
                .map(entry -> new KnowledgeStatus.Problem(entry.uri(), name(entry), entry.note()))
                .toList();
    }

    private static String name(DocumentEntry entry) {
        return entry.uri().startsWith("file:")
                ? String.valueOf(Path.of(URI.create(entry.uri())).getFileName())
                : entry.title();
    }

    /** A document opened at a place; empty where nothing of it is stored. */
    static Optional<DocumentText> opened(Place place, List<StoredPassage> stored) {
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        List<Passage> passages =
                stored.stream().map(passage -> Finder.passage(passage, 0)).toList();
        int at = 0;
        for (int i = passages.size() - 1; i >= 0; i--) {
            Place there = passages.get(i).place();
            if (there.headings().equals(place.headings()) && there.page() == place.page()) {
                at = i;
            }
        }
        return Optional.of(new DocumentText(place.document(), stored.get(0).title(), passages, at));
    }
}
