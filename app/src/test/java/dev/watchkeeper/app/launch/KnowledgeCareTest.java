package dev.watchkeeper.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of an instance with the real model, and the command that chooses their folders. */
class KnowledgeCareTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FILES = 12;

    @TempDir
    private Path directory;

    private Path data = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        data = directory.resolve("data");
        folder = Files.createDirectories(directory.resolve("documents")).toRealPath();
        Store.open(DataDirectory.storeOf(data)).close();
    }

    @Test
    void killedInTheMiddleOfIndexingAndStartedAgainItGoesOnWhereItStood() throws Exception {
        for (int i = 0; i < FILES; i++) {
            StringBuilder text = new StringBuilder("# Pump " + i + "\n");
            for (int j = 0; j < 40; j++) {
                text.append("\n## Part ")
                        .append(j)
                        .append("\n\nBolt ")
                        .append(j)
                        .append(" is tightened.\n");
            }
            Files.writeString(folder.resolve("pump" + i + ".md"), text);
        }
        assertThat(run(0, "knowledge", "add", folder.toString())).anyMatch(line -> line.contains("is watched"));

        int kept;
        try (ProgramProcess indexing = ProgramProcess.start(IndexingProcess.class, data.toString())) {
            await().atMost(PATIENCE).until(() -> own() > 0 || !indexing.isAlive());
            assertThat(indexing.isAlive())
                    .as(() -> indexing.output().toString())
                    .isTrue();
            indexing.kill();
            kept = own();
        }
        try (ProgramProcess again = ProgramProcess.start(IndexingProcess.class, data.toString())) {
            await().atMost(PATIENCE).until(() -> own() == FILES || !again.isAlive());
            assertThat(again.isAlive()).as(() -> again.output().toString()).isTrue();
        }

        assertThat(kept).isBetween(1, FILES - 1);
        assertThat(documents()).extracting(DocumentEntry::uri).doesNotHaveDuplicates();
        assertThat(documents())
                .filteredOn(entry -> entry.uri().startsWith("file:"))
                .extracting(DocumentEntry::passages)
                .containsOnly(40);
    }

    @Test
    void whatLiesInAFolderAnswersAndWhatNobodyWroteDoesNot() throws Exception {
        Files.writeString(
                folder.resolve("grease.md"), "# Blower B-7\n\nGrease the blower with 12 grams every 800 hours.\n");
        try (Store store = Store.open(DataDirectory.storeOf(data));
                KnowledgeCare care = new KnowledgeCare(DataDirectory.knowledgeOf(data), store.settings())) {
            care.folders().add(folder);
            await().atMost(PATIENCE).until(() -> care.folders().status().state() == KnowledgeStatus.State.UP_TO_DATE);

            Finding found = care.knowledge().find("How much grease does the blower B-7 need?", 3);
            Finding none = care.knowledge().find("Who composed the Moonlight Sonata?", 3);

            assertThat(found.evidence()).isTrue();
            assertThat(found.sentences().get(0).text()).contains("12 grams");
            assertThat(care.reader().read(found.passages().get(0).place())).isPresent();
            assertThat(none.evidence()).isFalse();
        }
    }

    @Test
    void foldersAreAddedToldAndRemovedByCommand() throws Exception {
        assertThat(run(0, "knowledge", "add", folder.toString())).anyMatch(line -> line.contains("is watched"));
        assertThat(run(0, "knowledge")).contains("folder " + folder, "knowledge documents=0 passages=0 problems=0");
        assertThat(run(1, "knowledge", "add", folder.toString())).anyMatch(line -> line.contains("watched already"));
        assertThat(run(1, "knowledge", "add", directory.resolve("none").toString()))
                .anyMatch(line -> line.contains("There is no folder"));
        assertThat(run(0, "knowledge", "remove", folder.toString()))
                .anyMatch(line -> line.contains("no longer watched"));
        assertThat(run(1, "knowledge", "remove", folder.toString())).anyMatch(line -> line.contains("is not watched"));
    }

    private int own() {
        return (int) documents().stream()
                .filter(entry -> entry.uri().startsWith("file:"))
                .count();
    }

    private List<DocumentEntry> documents() {
        return PassageIndex.documents(KnowledgeCare.indexOf(DataDirectory.knowledgeOf(data)));
    }

    private List<String> run(int status, String... arguments) throws Exception {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        try (ProgramProcess program = ProgramProcess.start(all)) {
            int ended = program.await(PATIENCE);
            assertThat(ended).as(() -> String.join("\n", program.output())).isEqualTo(status);
            return program.output();
        }
    }
}
