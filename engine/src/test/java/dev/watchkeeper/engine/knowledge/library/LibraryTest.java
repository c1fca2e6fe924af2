package dev.watchkeeper.engine.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.knowledge.DocumentText;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.Place;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.find.Finder;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    @TempDir
    private Path directory;

    private final WordVectors vectors = new WordVectors();
    private Path folder = Path.of("");
    private Store store;
    private PassageIndex index;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createDirectories(directory.resolve("documents")).toRealPath();
        store = Store.open(directory.resolve("store"));
        index = PassageIndex.open(directory.resolve("index"));
        library = library(index);
    }

    /** Each pass runs in the calling thread. */
    private Library library(PassageIndex of) {
        return new Library(of, vectors, store.settings(), List.of(), new Documents(), Runnable::run);
    }

    @AfterEach
    void close() throws IOException {
        library.close();
        index.close();
        store.close();
    }

    @Test
    void anEmptyFolderIsFine() {
        library.add(folder);

        assertThat(library.status().state()).isEqualTo(KnowledgeStatus.State.UP_TO_DATE);
        assertThat(library.status().documents()).isZero();
        assertThat(finder().find("anything", 5).passages()).isEmpty();
    }

    @Test
    void whatIsInAFolderIsFoundWithHeadingAndFile() throws Exception {
        Path file =
                Files.writeString(folder.resolve("pump.md"), "# Pump\n\n## Grease\n\nGrease the bearing monthly.\n");

        library.add(folder);

        Passage found = finder().find("grease bearing", 5).passages().get(0);
        assertThat(found.place()).isEqualTo(new Place(file.toUri().toString(), "Pump", List.of("Pump", "Grease"), 0));
        assertThat(found.text()).isEqualTo("Grease the bearing monthly.");
    }

    @Test
    void onlyWhatHasChangedIsReadAgain() throws Exception {
        Path changed = Files.writeString(folder.resolve("a.txt"), "The first valve.");
        Path touched = Files.writeString(folder.resolve("b.txt"), "The second valve.");
        Path deleted = Files.writeString(folder.resolve("c.txt"), "The third valve.");
        library.add(folder);
        vectors.forget();

        Files.writeString(changed, "The first hatch is new.");
        Files.setLastModifiedTime(
                touched,
                FileTime.from(Files.getLastModifiedTime(touched).toInstant().plusSeconds(60)));
        Files.delete(deleted);
        library.refresh();

        assertThat(vectors.texts())
                .contains("The first hatch is new.")
                .allMatch(text -> text.equals("a") || text.endsWith("The first hatch is new."));
        assertThat(texts("valve hatch")).containsExactlyInAnyOrder("The first hatch is new.", "The second valve.");
        assertThat(library.status().documents()).isEqualTo(2);
    }

    @Test
    void badFilesAreListedWithTheReasonAndStopNothing() throws Exception {
        Files.writeString(folder.resolve("a-bad.docx"), "no archive");
        Files.writeString(folder.resolve("b-bad.pdf"), "%PDF-1.7 broken");
        Files.writeString(folder.resolve("c-good.txt"), "The valve is open.");

        library.add(folder);

        assertThat(library.status().problems())
                .extracting(KnowledgeStatus.Problem::name)
                .containsExactlyInAnyOrder("a-bad.docx", "b-bad.pdf");
        assertThat(library.status().problems())
                .allSatisfy(problem ->
                        assertThat(problem.reason()).contains("damaged").endsWith("."));
        assertThat(texts("valve")).containsExactly("The valve is open.");
        vectors.forget();
        library.refresh();
        assertThat(vectors.texts()).isEmpty();
    }

    @Test
    void linksAreNotFollowed() throws Exception {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "The secret valve.");
        Files.createSymbolicLink(folder.resolve("link"), outside);
        Files.createSymbolicLink(folder.resolve("link.txt"), outside.resolve("secret.txt"));

        library.add(folder);

        assertThat(library.status().documents()).isZero();
    }

    @Test
    void aStoppedPassGoesOnWhereItStood() throws Exception {
        for (int i = 0; i < 6; i++) {
            Files.writeString(folder.resolve("file" + i + ".txt"), "Valve number " + i + ".");
        }
        AtomicInteger texts = new AtomicInteger();
        vectors.before(() -> {
            if (texts.incrementAndGet() == 8) {
                library.cancel();
            }
        });

        library.add(folder);
        int before = library.status().documents();
        KnowledgeStatus.State stopped = library.status().state();
        vectors.forget();
        library.refresh();

        assertThat(stopped).isEqualTo(KnowledgeStatus.State.STOPPED);
        assertThat(before).isBetween(1, 5);
        assertThat(vectors.texts())
                .filteredOn(text -> text.startsWith("Valve number"))
                .hasSize(6 - before);
        assertThat(library.status().documents()).isEqualTo(6);
    }

    @Test
    void aProcessThatIsKilledInTheMiddleLosesAtMostWhatWasNotCommitted() throws Exception {
        for (int i = 0; i < 8; i++) {
            Files.writeString(folder.resolve("file" + i + ".md"), ("# Part " + i + "\n\n## S\n\nValve.\n").repeat(60));
        }
        Path killed = directory.resolve("killed");
        AtomicInteger texts = new AtomicInteger();
        vectors.before(() -> {
            if (texts.incrementAndGet() == 2 * 60 * 6) {
                copy(directory.resolve("index"), killed);
            }
        });
        library.add(folder);
        vectors.before(() -> {});
        vectors.forget();

        try (PassageIndex second = PassageIndex.open(killed)) {
            int kept = second.documents().size();
            Library after = library(second);
            after.refresh();

            assertThat(kept).isBetween(1, 6);
            assertThat(second.documents()).hasSize(8);
            assertThat(after.status().passages()).isEqualTo(8 * 60);
            assertThat(vectors.texts()).filteredOn("Valve."::equals).hasSize(60 * (8 - kept));
            after.close();
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "The valve.");
        library.add(folder);
        index.close();
        try (Stream<Path> files = Files.list(directory.resolve("index"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "rubbish");
            }
        }

        index = PassageIndex.open(directory.resolve("index"));
        library = library(index);
        library.refresh();

        assertThat(texts("valve")).containsExactly("The valve.");
    }

    @Test
    void whatChangesInAFolderIsSeenByItself() throws Exception {
        library.add(folder);
        Thread watching = new Thread(() -> {
            try {
                library.watch();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watching.start();

        Files.writeString(folder.resolve("new.txt"), "A new valve.");

        await().atMost(Duration.ofSeconds(20)).until(() -> library.status().documents() == 1);
        library.close();
        watching.join(5_000);
        assertThat(watching.isAlive()).isFalse();
    }

    @Test
    void whatChangesIsSeenWhereTheSystemTellsNothing() throws Exception {
        library.close();
        FolderWatch polling = new FolderWatch(Duration.ofHours(1), Duration.ofMillis(50), null);
        library = new Library(index, vectors, store.settings(), List.of(), new Documents(), Runnable::run, polling);
        library.add(folder);
        Thread watching = new Thread(() -> {
            try {
                library.watch();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watching.start();

        Files.writeString(folder.resolve("new.txt"), "A new valve.");

        await().atMost(Duration.ofSeconds(20)).until(() -> library.status().documents() == 1);
        library.close();
        watching.join(5_000);
        assertThat(watching.isAlive()).isFalse();
    }

    @Test
    void aFolderThatIsAwayKeepsItsDocumentsAndARemovedOneDoesNot() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "The valve.");
        library.add(folder);

        Path away = Files.move(folder, directory.resolve("away"));
        library.refresh();
        List<String> whileAway = texts("valve");
        String sentence = library.status().sentence();
        Files.move(away, folder);
        library.remove(folder);

        assertThat(whileAway).containsExactly("The valve.");
        assertThat(sentence).contains("cannot be reached");
        assertThat(library.status().documents()).isZero();
    }

    @Test
    void foldersAreRememberedAndWatchedOnce() throws Exception {
        Path inside = Files.createDirectories(folder.resolve("inside"));
        library.add(folder);

        assertThatThrownBy(() -> library.add(inside)).hasMessageContaining("watched already");
        assertThatThrownBy(() -> library.add(directory)).hasMessageContaining("Remove it first");
        assertThatThrownBy(() -> library.add(directory.resolve("none"))).hasMessageContaining("There is no folder");
        assertThat(store.settings().get(FolderSettings.SETTING).paths()).containsExactly(folder);
    }

    @Test
    void aDocumentIsReadAtThePlaceThatWasCited() throws Exception {
        Files.writeString(folder.resolve("a.md"), "# A\n\nOne.\n\n## B\n\nTwo valves.\n");
        library.add(folder);
        Place cited = finder().find("valves", 1).passages().get(0).place();

        DocumentText text = library.read(cited).orElseThrow();

        assertThat(text.passages()).extracting(Passage::text).containsExactly("One.", "Two valves.");
        assertThat(text.at()).isEqualTo(1);
        assertThat(library.read(new Place("file:///gone", "", List.of(), 0))).isEmpty();
    }

    @Test
    void shippedDocumentsAreIndexedWithoutAnyFolder() throws Exception {
        library.close();
        library = new Library(index, vectors, store.settings(), ShippedDocuments.all(), new Documents(), Runnable::run);

        library.refresh();

        assertThat(library.status().problems()).isEmpty();
        assertThat(library.status().documents())
                .isEqualTo(ShippedDocuments.all().size());
        assertThat(ShippedDocuments.all())
                .extracting(DocumentSource::uri)
                .allMatch(uri -> uri.startsWith("watchkeeper:"));
    }

    private Finder finder() {
        return new Finder(index, vectors);
    }

    private List<String> texts(String question) {
        return finder().find(question, 9).passages().stream().map(Passage::text).toList();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : new ArrayList<>(files.toList())) {
                if (!file.getFileName().toString().equals("write.lock")) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
