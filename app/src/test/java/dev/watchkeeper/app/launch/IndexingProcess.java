package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.store.Store;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Indexes the folders of a data directory until it is ended from outside. */
final class IndexingProcess {
    private IndexingProcess() {}

    /**
     * Indexes until it is ended.
     *
     * @param arguments the data directory
     */
    public static void main(String[] arguments) throws InterruptedException {
        Path data = Path.of(arguments[0]);
        try (Store store = Store.open(DataDirectory.storeOf(data));
                KnowledgeCare care = new KnowledgeCare(DataDirectory.knowledgeOf(data), store.settings())) {
            care.folders().refresh();
            new CountDownLatch(1).await();
        }
    }
}
