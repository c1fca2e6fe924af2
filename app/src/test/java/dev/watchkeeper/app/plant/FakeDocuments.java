package dev.watchkeeper.app.plant;

import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A runbook of many sections, one of which can be cited, and folders that are indexed as the test says. */
public final class FakeDocuments implements KnowledgeReader, KnowledgeFolders {
    private static final int BEFORE = 40;
    private static final int AFTER = 40;
    private static final String FILLER =
            "Look at the bearing housing, the coupling and the base plate, and write down what you see. Compare with the last"
                    + " round; a change within a week is worth a work order.";

    private final Passage cited;
    private final List<Path> folders = new ArrayList<>();
    private final List<KnowledgeStatus.Problem> problems = new ArrayList<>();
    private KnowledgeStatus.State state = KnowledgeStatus.State.UP_TO_DATE;
    private String refusal = "";
    private boolean gone;

    FakeDocuments(Passage cited) {
        this.cited = cited;
    }

    @Override
    public Optional<DocumentText> read(Place place) {
        if (gone || !place.document().equals(cited.place().document())) {
            return Optional.empty();
        }
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < BEFORE; i++) {
            passages.add(filler("Round " + (i + 1)));
        }
        passages.add(cited);
        for (int i = 0; i < AFTER; i++) {
            passages.add(filler("Part " + (i + 1)));
        }
        return Optional.of(new DocumentText(place.document(), place.title(), passages, BEFORE));
    }

    private Passage filler(String heading) {
        Place place = new Place(cited.place().document(), cited.place().title(), List.of("Inspection", heading), 0);
        return new Passage(heading, place, FILLER, 0);
    }

    /** The runbook is no longer indexed. */
    public void forget() {
        gone = true;
    }

    /** Refuses the next change with this sentence. */
    public void refuse(String sentence) {
        refusal = sentence;
    }

    public void set(KnowledgeStatus.State next) {
        state = next;
    }

    public void addProblem(String name, String reason) {
        problems.add(new KnowledgeStatus.Problem("file:/runbooks/" + name, name, reason));
    }

    @Override
    public KnowledgeStatus status() {
        boolean indexing = state == KnowledgeStatus.State.INDEXING;
        return new KnowledgeStatus(
                state,
                folders.stream()
                        .map(path -> new KnowledgeStatus.Folder(path, true, 12))
                        .toList(),
                28,
                412,
                indexing ? 3 : 0,
                indexing ? 12 : 0,
                indexing ? "pumps.pdf" : "",
                problems,
                indexing ? "Reading pumps.pdf, 4 of 12." : "All documents are indexed.");
    }

    @Override
    public void add(Path folder) {
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        folders.add(folder);
        state = KnowledgeStatus.State.INDEXING;
    }

    @Override
    public void remove(Path folder) {
        folders.remove(folder);
    }

    @Override
    public void refresh() {
        state = KnowledgeStatus.State.INDEXING;
    }

    @Override
    public void cancel() {
        state = KnowledgeStatus.State.STOPPED;
    }

    @Override
    public AutoCloseable onChange(Consumer<KnowledgeStatus> listener) {
        return () -> {};
    }
}
