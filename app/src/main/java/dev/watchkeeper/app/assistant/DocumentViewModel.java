package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.fx.Loader;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The document that a citation opens, if one is open. UI thread; documents are read in the background. */
final class DocumentViewModel {
    private final KnowledgeReader reader;
    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<@Nullable Load<OpenedDocument>> document = new ReadOnlyObjectWrapper<>();
    private @Nullable Loader<OpenedDocument> loader;

    DocumentViewModel(KnowledgeReader reader, ScreenContext context) {
        this.reader = reader;
        this.context = context;
    }

    /** Null while no document is open. */
    ReadOnlyObjectProperty<@Nullable Load<OpenedDocument>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    boolean loading() {
        return document.get() instanceof Load.Loading<OpenedDocument>;
    }

    /** Opens a document at the place that is cited. */
    void open(Source.Document cited) {
        close();
        document.set(new Load.Loading<>());
        Loader<OpenedDocument> next = new Loader<>("The document", context.background(), context.ui(), document::set);
        loader = next;
        next.load(() -> OpenedDocument.of(cited, reader.read(cited.place())));
    }

    /** Goes back to the answers. */
    void close() {
        if (loader != null) {
            loader.close();
            loader = null;
        }
        document.set(null);
    }
}
