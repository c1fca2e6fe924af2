package dev.watchkeeper.engine.knowledge.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk. Documents change as a whole; readers see a change after {@link #commit}, and so does a process that comes
 * after this one was killed. All that is in it can be made again from the documents, so a damaged index, or one of an older
 * make, is cleared. One writer; any number of readers, in other processes, too. Thread-safe.
 */
public final class PassageIndex implements Closeable {
    /** Changes with what is indexed and how: an index of another make is made anew. */
    private static final String MAKE = "1";

    private static final Logger LOG = LoggerFactory.getLogger(PassageIndex.class);
    private static final Similarity SIMILARITY = new BM25Similarity(1.2f, 0.75f);
    private static final double BUFFER_MB = 24;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private PassageIndex(Directory directory, IndexWriter writer) throws IOException {
        this.directory = directory;
        this.writer = writer;
        commit(writer);
        searchers = new SearcherManager(directory, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader before) {
                return searcher(reader);
            }
        });
    }

    /** A reader of the index by which something is found out. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(IndexView view) throws IOException;
    }

    /**
     * Opens the index of a directory, or makes one.
     *
     * @throws UncheckedIOException when the directory cannot be written, or another process writes there
     */
    public static PassageIndex open(Path path) {
        try {
            Files.createDirectories(path);
            try {
                return open(FSDirectory.open(path), IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
            } catch (CorruptIndexException
                    | IndexFormatTooOldException
                    | IndexFormatTooNewException
                    | IndexNotFoundException
                    | NoSuchFileException e) {
                LOG.warn("The index of the documents in {} is damaged; it is made anew from the documents", path, e);
                clear(path);
                return open(FSDirectory.open(path), IndexWriterConfig.OpenMode.CREATE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the documents in " + path + " cannot be opened", e);
        }
    }

    private static PassageIndex open(Directory directory, IndexWriterConfig.OpenMode mode) throws IOException {
        boolean foreign = mode != IndexWriterConfig.OpenMode.CREATE
                && DirectoryReader.indexExists(directory)
                && !MAKE.equals(make(directory));
        IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(foreign ? IndexWriterConfig.OpenMode.CREATE : mode)
                .setSimilarity(SIMILARITY)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            return new PassageIndex(directory, writer);
        } catch (IOException e) {
            writer.rollback();
            throw e;
        }
    }

    /**
     * Looks once into the index of a directory that another process may be writing.
     *
     * @param without what is found out where there is no index yet
     */
    public static <T> T look(Path path, Reading<T> reading, T without) {
        if (!Files.isDirectory(path)) {
            return without;
        }
        try (Directory directory = FSDirectory.open(path)) {
            if (!DirectoryReader.indexExists(directory) || !MAKE.equals(make(directory))) {
                return without;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return reading.from(new IndexView(searcher(reader)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the documents in " + path + " cannot be read", e);
        }
    }

    /** Puts a document in the place of what it was before. */
    public synchronized void replace(DocumentEntry entry, List<NewPassage> passages) {
        List<Document> documents = new ArrayList<>();
        for (NewPassage passage : passages) {
            documents.add(Fields.write(entry, passage, documents.size()));
        }
        change(() -> {
            Term of = new Term(Fields.DOCUMENT, entry.uri());
            if (documents.isEmpty()) {
                writer.deleteDocuments(of);
            } else {
                writer.updateDocuments(of, documents);
            }
            writer.updateDocument(new Term(Fields.URI, entry.uri()), Fields.write(entry));
        });
    }

    /** Notes a document anew whose passages have stayed as they were. */
    public synchronized void note(DocumentEntry entry) {
        change(() -> writer.updateDocument(new Term(Fields.URI, entry.uri()), Fields.write(entry)));
    }

    /** Forgets a document. */
    public synchronized void remove(String uri) {
        change(() -> writer.deleteDocuments(new Term(Fields.DOCUMENT, uri), new Term(Fields.URI, uri)));
    }

    /** Makes what has changed visible and lasting, all of it or nothing. */
    public synchronized void commit() {
        change(() -> {
            commit(writer);
            searchers.maybeRefreshBlocking();
        });
    }

    /** Reads from what was last committed. */
    public <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.from(new IndexView(searcher));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the documents cannot be read", e);
        }
    }

    /** All documents of the last commit, also those that could not be read. */
    public List<DocumentEntry> documents() {
        return read(IndexView::documents);
    }

    /** As {@link #documents()}, of an index that another process may be writing. */
    public static List<DocumentEntry> documents(Path path) {
        return look(path, IndexView::documents, List.of());
    }

    /** Drops what was not committed. */
    @Override
    public synchronized void close() throws IOException {
        try (directory;
                searchers) {
            writer.rollback();
        }
    }

    private static void commit(IndexWriter writer) throws IOException {
        writer.setLiveCommitData(Map.of("make", MAKE).entrySet());
        writer.commit();
    }

    private static String make(Directory directory) throws IOException {
        return SegmentInfos.readLatestCommit(directory).getUserData().getOrDefault("make", "");
    }

    private static IndexSearcher searcher(IndexReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(SIMILARITY);
        searcher.setQueryCache(null);
        return searcher;
    }

    private static void clear(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(path)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw new UncheckedIOException("the index of the documents cannot be written", e);
        }
    }
}
