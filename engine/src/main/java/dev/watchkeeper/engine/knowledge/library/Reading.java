package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.document.DocumentContent;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.document.TextPassage;
import dev.watchkeeper.engine.knowledge.document.UnreadableDocument;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.Embedding;
import dev.watchkeeper.engine.knowledge.index.NewPassage;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one document after the other into the index. */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private final PassageIndex index;
    private final Documents documents;
    private final Embedding embedding;

    Reading(PassageIndex index, Documents documents, Embedding embedding) {
        this.index = index;
        this.documents = documents;
        this.embedding = embedding;
    }

    /**
     * Brings a document in the index to what it is now; nothing is committed.
     *
     * @param before as it was when it was last read; null where it never was
     * @return how it is now; empty passages and a note where it cannot be read; null when cancelled
     */
    @Nullable DocumentEntry read(DocumentSource source, String stamp, @Nullable DocumentEntry before, BooleanSupplier cancelled) {
        try {
            String digest = digest(source, cancelled);
            if (cancelled.getAsBoolean()) {
                return null;
            }
            if (before != null && before.digest().equals(digest)) {
                DocumentEntry same = new DocumentEntry(
                        before.uri(), before.title(), digest, stamp, before.passages(), before.note());
                index.note(same);
                return same;
            }
            DocumentContent content = documents.read(source, cancelled);
            List<NewPassage> passages = new ArrayList<>();
            for (TextPassage passage : content.passages()) {
                if (cancelled.getAsBoolean()) {
                    return null;
                }
                passages.add(embedding.passage(content.title(), passage.headings(), passage.page(), passage.text()));
            }
            if (cancelled.getAsBoolean()) {
                return null;
            }
            DocumentEntry entry =
                    new DocumentEntry(source.uri(), content.title(), digest, stamp, passages.size(), content.note());
            index.replace(entry, passages);
            return entry;
        } catch (UnreadableDocument e) {
            LOG.info("{} is not found in: {}", source.uri(), e.sentence());
            return unreadable(source, stamp, e.sentence());
        } catch (IOException e) {
            LOG.info("{} cannot be read", source.uri(), e);
            return unreadable(source, stamp, "It cannot be opened: " + e.getMessage() + ".");
        }
    }

    private DocumentEntry unreadable(DocumentSource source, String stamp, String sentence) {
        DocumentEntry entry = new DocumentEntry(source.uri(), source.name(), "", stamp, 0, sentence);
        index.replace(entry, List.of());
        return entry;
    }

    private static String digest(DocumentSource source, BooleanSupplier cancelled) throws IOException {
        try (InputStream bytes = source.open()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 << 10];
            for (int read = bytes.read(buffer); read >= 0 && !cancelled.getAsBoolean(); read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
