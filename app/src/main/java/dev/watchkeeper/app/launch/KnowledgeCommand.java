package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.knowledge.index.DocumentEntry;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.knowledge.library.FolderSettings;
import dev.watchkeeper.engine.knowledge.library.Library;
import dev.watchkeeper.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code watchkeeper knowledge}: the folders whose documents are indexed. A running instance follows within seconds. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        description = "Which folders of documents answers come from. Without a command: status.")
final class KnowledgeCommand implements Runnable {
    @ParentCommand
    private Watchkeeper parent = new Watchkeeper();

    @Override
    public void run() {
        status();
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tells the folders, and which documents are found in and which are not.")
    void status() {
        Path data = data();
        try (Store store = Store.open(DataDirectory.storeOf(data))) {
            List<Path> folders = store.settings().get(FolderSettings.SETTING).paths();
            folders.forEach(folder ->
                    System.out.println("folder " + folder + (Files.isDirectory(folder) ? "" : " (cannot be reached)")));
        }
        List<DocumentEntry> documents = PassageIndex.documents(KnowledgeCare.indexOf(DataDirectory.knowledgeOf(data)));
        documents.stream()
                .filter(entry -> !entry.note().isEmpty())
                .forEach(entry -> System.out.println("problem " + entry.uri() + ": " + entry.note()));
        System.out.printf(
                "knowledge documents=%d passages=%d problems=%d%n",
                documents.stream().filter(entry -> entry.passages() > 0).count(),
                documents.stream().mapToInt(DocumentEntry::passages).sum(),
                documents.stream().filter(entry -> !entry.note().isEmpty()).count());
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Watches a folder and all below it.")
    void add(@Parameters(paramLabel = "DIR", description = "The folder.") Path folder) {
        change(before -> Library.added(before, folder));
        System.out.println(folder + " is watched; a Watchkeeper that runs reads it now, others when they start.");
    }

    @Command(
            name = "remove",
            mixinStandardHelpOptions = true,
            description = "No longer watches a folder. Its files stay as they are.")
    void remove(@Parameters(paramLabel = "DIR", description = "The folder.") Path folder) {
        change(before -> {
            FolderSettings after = Library.removed(before, folder);
            if (after.equals(before)) {
                throw new UserError(folder + " is not watched. watchkeeper knowledge status tells which folders are.");
            }
            return after;
        });
        System.out.println(folder + " is no longer watched.");
    }

    private void change(UnaryOperator<FolderSettings> change) {
        try (Store store = Store.open(DataDirectory.storeOf(data()))) {
            FolderSettings before = store.settings().get(FolderSettings.SETTING);
            store.settings().set(FolderSettings.SETTING, change.apply(before));
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        }
    }

    private Path data() {
        Path data = parent.data();
        if (!Files.isDirectory(DataDirectory.storeOf(data))) {
            throw new UserError(
                    "There is no Watchkeeper data in " + data + ". Name another directory with --data DIR.");
        }
        return data;
    }
}
