package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What there is to be indexed at one moment.
 *
 * @param documents by their addresses
 * @param unreadable what may not be looked at
 * @param directories to be watched for changes
 */
record Inventory(
        Map<String, Item> documents,
        List<KnowledgeStatus.Folder> folders,
        Set<Path> unreadable,
        Set<Path> directories) {
    /** A document and the stamp of its present state. */
    record Item(DocumentSource source, String stamp) {}

    static Inventory take(List<DocumentSource> shipped, List<Path> folders, BooleanSupplier cancelled) {
        Map<String, Item> documents = new LinkedHashMap<>();
        for (DocumentSource source : shipped) {
            documents.put(source.uri(), new Item(source, shippedStamp(source)));
        }
        List<KnowledgeStatus.Folder> looked = new ArrayList<>();
        Set<Path> unreadable = new LinkedHashSet<>();
        Set<Path> directories = new LinkedHashSet<>();
        for (Path folder : folders) {
            FolderScan scan = FolderScan.of(folder, cancelled);
            scan.documents().forEach((file, stamp) -> {
                DocumentSource source = DocumentSource.of(file);
                documents.put(source.uri(), new Item(source, stamp));
            });
            unreadable.addAll(scan.unreadable());
            directories.addAll(scan.directories());
            looked.add(new KnowledgeStatus.Folder(
                    folder, scan.reachable(), scan.documents().size()));
        }
        return new Inventory(documents, looked, unreadable, directories);
    }

    /** The documents that were read and are gone; those of a folder that is out of reach are not. */
    List<String> gone(Collection<DocumentEntry> known) {
        List<String> away = folders.stream()
                .filter(folder -> !folder.reachable())
                .map(folder -> folder.path().toUri().toString())
                .toList();
        List<String> gone = new ArrayList<>();
        for (DocumentEntry entry : known) {
            boolean outOfReach = away.stream().anyMatch(folder -> entry.uri().startsWith(folder));
            if (!documents.containsKey(entry.uri()) && !outOfReach) {
                gone.add(entry.uri());
            }
        }
        return gone;
    }

    private static String shippedStamp(DocumentSource source) {
        CRC32 sum = new CRC32();
        try (InputStream bytes = new CheckedInputStream(source.open(), sum)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return "shipped " + sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException("a shipped document cannot be read", e);
        }
    }
}
