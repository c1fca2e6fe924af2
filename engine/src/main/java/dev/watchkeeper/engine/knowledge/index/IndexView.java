package dev.watchkeeper.engine.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** The index at one moment: what comes later does not change it. Passages are numbered; the numbers mean something in this view alone. */
public final class IndexView {
    private final IndexSearcher searcher;

    IndexView(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** How many passages there are. */
    public int passages() throws IOException {
        return searcher.count(new FieldExistsQuery(Fields.VECTOR));
    }

    /** In how many passages a word stands. */
    public int holding(String word) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(Fields.TEXT, word));
    }

    /**
     * The passages that hold some of the words in a part of them, with their BM25 scores.
     *
     * @param most how many at most, the best
     */
    public Map<Integer, Float> matches(Part part, Collection<String> words, int most) throws IOException {
        String field = part.field();
        Map<String, Integer> counts = new LinkedHashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        counts.keySet().stream()
                .limit(IndexSearcher.getMaxClauseCount())
                .map(word -> new TermQuery(new Term(field, word)))
                .forEach(clause -> query.add(clause, BooleanClause.Occur.SHOULD));
        return scores(query.build(), most);
    }

    /** The passages whose vectors are most alike to one, with how alike they are, from 0 to 1. */
    public Map<Integer, Float> nearest(float[] vector, int most) throws IOException {
        return scores(new KnnFloatVectorQuery(Fields.VECTOR, vector, most), most);
    }

    private Map<Integer, Float> scores(Query query, int most) throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            scores.put(hit.doc, hit.score);
        }
        return scores;
    }

    /** The vectors of a passage. */
    public Vectors vectors(int passage) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(passage, leaves));
        BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.VECTORS);
        if (!values.advanceExact(passage - leaf.docBase)) {
            throw new IOException("passage " + passage + " has no vectors");
        }
        BytesRef bytes = values.binaryValue();
        return new Vectors(BytesRef.deepCopyOf(bytes).bytes);
    }

    /** A passage by its number. */
    public StoredPassage passage(int passage) throws IOException {
        return Fields.passage(searcher.storedFields().document(passage));
    }

    /** The passages of a document in their order. */
    public List<StoredPassage> of(String document) throws IOException {
        List<Document> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(
                        new TermQuery(new Term(Fields.DOCUMENT, document)),
                        Math.max(1, searcher.getIndexReader().maxDoc()))
                .scoreDocs) {
            found.add(searcher.storedFields().document(hit.doc));
        }
        found.sort(Comparator.comparingInt(Fields::ordinal));
        return found.stream().map(Fields::passage).toList();
    }

    /** All documents, also those that could not be read. */
    List<DocumentEntry> documents() throws IOException {
        List<DocumentEntry> entries = new ArrayList<>();
        int all = Math.max(1, searcher.getIndexReader().maxDoc());
        for (ScoreDoc hit : searcher.search(new TermQuery(new Term(Fields.KIND, Fields.ENTRY)), all).scoreDocs) {
            entries.add(Fields.entry(searcher.storedFields().document(hit.doc)));
        }
        return entries;
    }
}
