package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.fx.Subscriptions;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.signal.Subscription;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of documents, and how far they are indexed. UI thread; folders are changed in the background. */
final class KnowledgeViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeViewModel.class);

    /** How often it is looked how far the indexing is. */
    static final Duration LOOK = Duration.ofMillis(500);

    private final KnowledgeFolders folders;
    private final ScreenContext context;
    private final boolean readOnly;
    private final ReadOnlyObjectWrapper<Load<KnowledgeStatus>> status =
            new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    KnowledgeViewModel(KnowledgeFolders folders, ScreenContext context, boolean readOnly) {
        this.folders = folders;
        this.context = context;
        this.readOnly = readOnly;
    }

    ReadOnlyObjectProperty<Load<KnowledgeStatus>> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What came of the last change; empty where none was made. */
    ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean readOnly() {
        return readOnly;
    }

    /** Follows the indexing until closed. */
    Subscription attach() {
        Loader<KnowledgeStatus> loader =
                new Loader<>("The state of the documents", context.background(), context.ui(), status::set);
        Runnable look = () -> loader.load(folders::status);
        look.run();
        return new Subscriptions().add(loader).add(context.pulse().every(LOOK, look));
    }

    void add(Path folder) {
        change(() -> folders.add(folder), folder + " is added. Its documents are read now.");
    }

    void remove(Path folder) {
        change(() -> folders.remove(folder), folder + " is removed. Its files stay as they are.");
    }

    /** Looks through the folders now; goes on where it was stopped. */
    void refresh() {
        change(folders::refresh, "");
    }

    void cancel() {
        change(folders::cancel, "");
    }

    private void change(Runnable change, String done) {
        if (readOnly || busy.get()) {
            return;
        }
        busy.set(true);
        sentence.set("");
        try {
            context.background().execute(() -> {
                String said = done;
                try {
                    change.run();
                } catch (RuntimeException e) {
                    LOG.info("The folders of documents were not changed: {}", e.getMessage());
                    said = String.valueOf(e.getMessage());
                }
                String last = said;
                context.ui().execute(() -> {
                    busy.set(false);
                    sentence.set(last);
                });
            });
        } catch (RejectedExecutionException shuttingDown) {
            busy.set(false);
        }
    }
}
