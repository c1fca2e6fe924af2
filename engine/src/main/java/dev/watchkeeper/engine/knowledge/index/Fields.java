package dev.watchkeeper.engine.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** How passages and documents are written into the index and read from it. */
final class Fields {
    static final String KIND = "kind";
    static final String ENTRY = "document";
    static final String PASSAGE = "passage";
    static final String DOCUMENT = "document";
    static final String URI = "uri";
    static final String TEXT = "words";
    static final String HEADING_WORDS = "headingWords";
    static final String PAIRS = "pairs";
    static final String VECTOR = "vector";
    static final String VECTORS = "vectors";

    private static final String ORDINAL = "ordinal";
    private static final String TITLE = "title";
    private static final String HEADINGS = "headings";
    private static final String PAGE = "page";
    private static final String BODY = "text";
    private static final String DIGEST = "digest";
    private static final String STAMP = "stamp";
    private static final String PASSAGES = "passages";
    private static final String NOTE = "note";

    private Fields() {}

    static Document write(DocumentEntry entry, NewPassage passage, int ordinal) {
        Document document = new Document();
        document.add(new StringField(KIND, PASSAGE, Field.Store.NO));
        document.add(new StringField(DOCUMENT, entry.uri(), Field.Store.YES));
        document.add(new StoredField(ORDINAL, ordinal));
        document.add(new StoredField(TITLE, entry.title()));
        passage.headings().forEach(heading -> document.add(new StoredField(HEADINGS, heading)));
        document.add(new StoredField(PAGE, passage.page()));
        document.add(new StoredField(BODY, passage.text()));
        List<String> above = Words.of(entry.title() + "\n" + String.join("\n", passage.headings()));
        List<String> words = Words.of(passage.text());
        List<String> all = new ArrayList<>(above);
        all.addAll(words);
        document.add(new TextField(TEXT, new WordStream(all)));
        document.add(new TextField(HEADING_WORDS, new WordStream(above)));
        document.add(new TextField(PAIRS, new WordStream(Words.pairs(all))));
        document.add(new KnnFloatVectorField(VECTOR, passage.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        List<float[]> vectors = new ArrayList<>();
        vectors.add(passage.vector());
        vectors.addAll(passage.sentences());
        document.add(new BinaryDocValuesField(
                VECTORS, new BytesRef(Vectors.of(vectors).bytes())));
        return document;
    }

    static Document write(DocumentEntry entry) {
        Document document = new Document();
        document.add(new StringField(KIND, ENTRY, Field.Store.NO));
        document.add(new StringField(URI, entry.uri(), Field.Store.YES));
        document.add(new StoredField(TITLE, entry.title()));
        document.add(new StoredField(DIGEST, entry.digest()));
        document.add(new StoredField(STAMP, entry.stamp()));
        document.add(new StoredField(PASSAGES, entry.passages()));
        document.add(new StoredField(NOTE, entry.note()));
        return document;
    }

    static StoredPassage passage(Document document) {
        String uri = document.get(DOCUMENT);
        return new StoredPassage(
                uri + "#" + ordinal(document),
                uri,
                document.get(TITLE),
                List.of(document.getValues(HEADINGS)),
                document.getField(PAGE).numericValue().intValue(),
                document.get(BODY));
    }

    static int ordinal(Document document) {
        return document.getField(ORDINAL).numericValue().intValue();
    }

    static DocumentEntry entry(Document document) {
        return new DocumentEntry(
                document.get(URI),
                document.get(TITLE),
                document.get(DIGEST),
                document.get(STAMP),
                document.getField(PASSAGES).numericValue().intValue(),
                document.get(NOTE));
    }
}
