package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The documents of a Watchkeeper that runs in another process, as last committed there: they can be read, and which folders there
 * are can be seen, but nothing is changed from here. Each call looks into the index: not for a thread that draws. Thread-safe.
 */
public final class SeenLibrary implements KnowledgeFolders, KnowledgeReader {
    private static final String REFUSED =
            "This console only looks at a Watchkeeper that runs elsewhere. Change its folders there, or by watchkeeper knowledge.";

    private final Path index;
    private final SettingsBook settings;

    /** @param index its directory, which need not exist yet */
    public SeenLibrary(Path index, SettingsBook settings) {
        this.index = index;
        this.settings = settings;
    }

    @Override
    public KnowledgeStatus status() {
        List<DocumentEntry> entries = PassageIndex.documents(index);
        List<KnowledgeStatus.Folder> folders = settings.get(FolderSettings.SETTING).paths().stream()
                .map(path -> new KnowledgeStatus.Folder(path, Files.isDirectory(path), in(path, entries)))
                .toList();
        return new KnowledgeStatus(
                KnowledgeStatus.State.UP_TO_DATE,
                folders,
                Entries.documents(entries),
                Entries.passages(entries),
                0,
                0,
                "",
                Entries.problems(entries),
                "As the Watchkeeper that runs has indexed them.");
    }

    private static int in(Path folder, List<DocumentEntry> entries) {
        String uri = folder.toUri().toString();
        String within = uri.endsWith("/") ? uri : uri + "/";
        return (int)
                entries.stream().filter(entry -> entry.uri().startsWith(within)).count();
    }

    @Override
    public Optional<DocumentText> read(Place place) {
        return Entries.opened(place, PassageIndex.look(index, view -> view.of(place.document()), List.of()));
    }

    /** Refused. */
    @Override
    public void add(Path folder) {
        throw new IllegalStateException(REFUSED);
    }

    /** Refused. */
    @Override
    public void remove(Path folder) {
        throw new IllegalStateException(REFUSED);
    }

    /** Refused. */
    @Override
    public void refresh() {
        throw new IllegalStateException(REFUSED);
    }

    /** Refused. */
    @Override
    public void cancel() {
        throw new IllegalStateException(REFUSED);
    }

    /** Changes are not heard of here: look again. */
    @Override
    public AutoCloseable onChange(Consumer<KnowledgeStatus> listener) {
        return () -> {};
    }
}
