package dev.watchkeeper.engine.evaluate;

import dev.watchkeeper.engine.knowledge.document.DocumentContent;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.document.TextPassage;
import dev.watchkeeper.engine.knowledge.document.UnreadableDocument;
import dev.watchkeeper.engine.knowledge.embed.Embedder;
import dev.watchkeeper.engine.knowledge.embed.MiniLm;
import dev.watchkeeper.engine.knowledge.find.Finder;
import dev.watchkeeper.engine.knowledge.find.RankedPassage;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.Embedding;
import dev.watchkeeper.engine.knowledge.index.NewPassage;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Asks questions of which the answer is known. Whether unrelated questions are refused is seen, with a file of articles, by asking
 * the questions of every other article of an index of the rest; with a folder of manuals, by questions of everyday life.
 */
public final class RetrievalEvaluation {
    private static final int DEEP = 20;
    private static final int WARM = 50;
    private static final double PERCENTILE = 0.95;

    private final Path temporary;
    private final MiniLm model;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    /** Texts stand in several indexes and are embedded once. */
    private final Map<String, float[]> embedded = new HashMap<>();

    /** Told what is being done and how far it is. */
    @FunctionalInterface
    public interface Progress {
        void show(String what, int done, int all);
    }

    /** @param temporary an empty directory for the indexes; who made it deletes it */
    public RetrievalEvaluation(Path temporary, MiniLm model, Progress progress, BooleanSupplier cancelled) {
        this.temporary = temporary;
        this.model = model;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    private record Text(String uri, DocumentContent content, int group) {}

    /**
     * With a file of articles.
     *
     * @param most how many of its questions, from the first
     */
    public RetrievalResult articles(Path file, int most) throws IOException {
        SquadFile.WithQuestions all = SquadFile.read(file);
        List<AskedPassage> asked = asked(all).stream().limit(most).toList();
        try (Indexes indexes = new Indexes(texts(all.file()), group -> true)) {
            Tally tally = ask(indexes.finder(), asked);
            for (int part = 0; part < 2; part++) {
                int half = part;
                try (Indexes others = new Indexes(texts(all.file()), group -> group % 2 != half)) {
                    for (AskedPassage question : asked) {
                        if (question.group() % 2 == half) {
                            check();
                            tally.unrelated(others.finder().trace(question.question(), DEEP));
                        }
                    }
                }
            }
            return tally.result(indexes);
        }
    }

    /**
     * With a folder of manuals.
     *
     * @param questions as {@link ManualQuestions} reads them
     */
    public RetrievalResult manuals(Path questions, Path corpus) throws IOException {
        List<AskedPassage> asked = ManualQuestions.read(questions);
        try (Indexes indexes = new Indexes(texts(corpus), group -> true)) {
            Tally tally = ask(indexes.finder(), asked);
            for (String question : UnrelatedQuestions.ALL) {
                tally.unrelated(indexes.finder().trace(question, DEEP));
            }
            return tally.result(indexes);
        }
    }

    /**
     * The weights that the questions behind the first ones give to the rankers and to the judgement of evidence, to be put into
     * the code.
     *
     * @param first how many questions are left out, because they judge the result
     */
    public List<String> weights(Path file, int first) throws IOException {
        SquadFile.WithQuestions all = SquadFile.read(file);
        List<AskedPassage> asked = asked(all).stream().skip(first).toList();
        if (asked.isEmpty()) {
            throw new IOException("there are no questions behind the first " + first + " in " + file);
        }
        RetrievalLesson lesson = new RetrievalLesson();
        try (Indexes indexes = new Indexes(texts(all.file()), group -> true);
                Indexes even = new Indexes(texts(all.file()), group -> group % 2 == 0);
                Indexes odd = new Indexes(texts(all.file()), group -> group % 2 != 0)) {
            for (int i = 0; i < asked.size(); i++) {
                check();
                progress.show("questions", i + 1, asked.size());
                AskedPassage question = asked.get(i);
                Indexes others = question.group() % 2 == 0 ? odd : even;
                lesson.add(
                        question,
                        indexes.finder().trace(question.question(), DEEP),
                        others.finder().trace(question.question(), DEEP));
            }
        }
        return lesson.lines();
    }

    private static List<AskedPassage> asked(SquadFile.WithQuestions all) {
        List<AskedPassage> asked = new ArrayList<>();
        for (SquadFile.Asked question : all.questions()) {
            String id = uri(question.article()) + "#" + question.paragraph();
            asked.add(new AskedPassage(question.question(), question.article(), new AskedPassage.Right() {
                @Override
                public boolean is(String passage, String document, List<String> headings, String text) {
                    return passage.equals(id);
                }

                @Override
                public boolean is(String sentence) {
                    return question.answers().stream().anyMatch(sentence::contains);
                }
            }));
        }
        return asked;
    }

    private static List<Text> texts(SquadFile file) {
        List<Text> texts = new ArrayList<>();
        for (SquadFile.Article article : file.articles()) {
            List<TextPassage> passages = article.paragraphs().stream()
                    .map(paragraph -> new TextPassage(List.of(), 0, paragraph))
                    .toList();
            texts.add(new Text(uri(texts.size()), new DocumentContent(article.title(), passages, ""), texts.size()));
        }
        return texts;
    }

    private List<Text> texts(Path corpus) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(corpus)) {
            files = walk.filter(file -> Files.isRegularFile(file) && Documents.isDocument(file.toString()))
                    .sorted()
                    .toList();
        }
        List<Text> texts = new ArrayList<>();
        Documents documents = new Documents();
        for (Path file : files) {
            check();
            String uri = corpus.relativize(file).toString().replace('\\', '/');
            try {
                texts.add(new Text(uri, documents.read(DocumentSource.of(file), cancelled), 0));
            } catch (UnreadableDocument e) {
                progress.show(uri + ": " + e.sentence(), 0, 0);
            }
        }
        return texts;
    }

    private static String uri(int article) {
        return "article:" + article;
    }

    private Tally ask(Finder finder, List<AskedPassage> asked) {
        asked.stream().limit(WARM).forEach(question -> finder.trace(question.question(), DEEP));
        Tally tally = new Tally();
        for (int i = 0; i < asked.size(); i++) {
            check();
            progress.show("questions", i + 1, asked.size());
            long start = System.nanoTime();
            Finder.Trace trace = finder.trace(asked.get(i).question(), DEEP);
            tally.add(asked.get(i), trace, System.nanoTime() - start);
        }
        return tally;
    }

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** An index of some of the texts. */
    private final class Indexes implements AutoCloseable {
        private final PassageIndex index;
        private final Finder finder;
        private final double loadSeconds;
        private final double perSecond;
        private int passages;

        Indexes(List<Text> texts, IntPredicate groups) throws IOException {
            long begin = System.nanoTime();
            model.load();
            loadSeconds = (System.nanoTime() - begin) / 1e9;
            index = PassageIndex.open(Files.createTempDirectory(temporary, "index"));
            finder = new Finder(index, model);
            Embedder once = text -> embedded.computeIfAbsent(text, model::embed);
            Embedding embedding = new Embedding(once);
            long start = System.nanoTime();
            for (Text text : texts) {
                progress.show("documents", texts.indexOf(text) + 1, texts.size());
                if (groups.test(text.group())) {
                    add(text, embedding);
                }
            }
            index.commit();
            perSecond = passages / ((System.nanoTime() - start) / 1e9);
        }

        private void add(Text text, Embedding embedding) {
            DocumentContent content = text.content();
            List<NewPassage> made = new ArrayList<>();
            for (TextPassage passage : content.passages()) {
                check();
                made.add(embedding.passage(content.title(), passage.headings(), passage.page(), passage.text()));
            }
            passages += made.size();
            index.replace(new DocumentEntry(text.uri(), content.title(), "", "", made.size(), ""), made);
        }

        Finder finder() {
            return finder;
        }

        @Override
        public void close() throws IOException {
            index.close();
        }
    }

    /** Counts. */
    private static final class Tally {
        private final List<Long> nanos = new ArrayList<>();
        private int first;
        private int five;
        private double reciprocal;
        private int sentenceFirst;
        private int sentenceTwo;
        private int kept;
        private int unrelated;
        private int refused;

        void add(AskedPassage asked, Finder.Trace trace, long took) {
            nanos.add(took);
            int rank = 0;
            while (rank < trace.passages().size()
                    && !isRight(asked, trace.passages().get(rank))) {
                rank++;
            }
            first += rank == 0 && !trace.passages().isEmpty() ? 1 : 0;
            five += rank < Math.min(5, trace.passages().size()) ? 1 : 0;
            reciprocal += rank < Math.min(10, trace.passages().size()) ? 1.0 / (rank + 1) : 0;
            kept += trace.isEvidence() ? 1 : 0;
            boolean one = isRightSentence(asked, trace, 0);
            sentenceFirst += one ? 1 : 0;
            sentenceTwo += one || isRightSentence(asked, trace, 1) ? 1 : 0;
        }

        void unrelated(Finder.Trace trace) {
            unrelated++;
            refused += trace.isEvidence() ? 0 : 1;
        }

        RetrievalResult result(Indexes indexes) {
            nanos.sort(null);
            double asked = nanos.size();
            return new RetrievalResult(
                    nanos.size(),
                    unrelated,
                    indexes.passages,
                    first / asked,
                    five / asked,
                    reciprocal / asked,
                    sentenceFirst / asked,
                    sentenceTwo / asked,
                    refused / (double) unrelated,
                    kept / asked,
                    nanos.get((int) (PERCENTILE * (nanos.size() - 1))) / 1e6,
                    indexes.loadSeconds,
                    indexes.perSecond);
        }
    }

    static boolean isRight(AskedPassage asked, RankedPassage ranked) {
        return asked.right()
                .is(
                        ranked.passage().id(),
                        ranked.passage().document(),
                        ranked.passage().headings(),
                        ranked.passage().text());
    }

    static boolean isRightSentence(AskedPassage asked, Finder.Trace trace, int index) {
        return index < trace.sentences().size()
                && isRight(
                        asked, trace.passages().get(trace.sentences().get(index).passage()))
                && asked.right().is(trace.sentences().get(index).text());
    }
}
