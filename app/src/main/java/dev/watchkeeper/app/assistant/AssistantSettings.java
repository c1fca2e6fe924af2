package dev.watchkeeper.app.assistant;

import dev.watchkeeper.app.fx.FolderPrompt;
import dev.watchkeeper.app.fx.Load;
import dev.watchkeeper.app.screen.Screen;
import dev.watchkeeper.app.screen.ScreenContext;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.signal.Subscription;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The part of the settings that is about the assistant: its documents, and a language model where one is wanted. */
public final class AssistantSettings implements Screen {
    private final KnowledgeViewModel documents;
    private final ModelForm form;
    private final HBox root = new HBox();

    /**
     * @param prompt by which a folder is chosen
     * @param readOnly whether nothing may be changed from here
     */
    public AssistantSettings(AssistantPorts ports, ScreenContext context, FolderPrompt prompt, boolean readOnly) {
        documents = new KnowledgeViewModel(ports.documents().folders(), context, readOnly);
        form = new ModelForm(new ModelFormViewModel(ports.models(), context), readOnly);
        ScrollPane scroll = new ScrollPane(new KnowledgeView(documents, prompt));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("section", "settings-lines");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        form.getStyleClass().addAll("section", "settings-side");
        root.getStyleClass().addAll("settings-content", "assistant-settings");
        root.getChildren().addAll(scroll, form);
    }

    @Override
    public ScreenId id() {
        return ScreenId.SETTINGS;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Subscription attach() {
        form.open();
        return documents.attach();
    }

    @Override
    public boolean ready() {
        return !(documents.statusProperty().get() instanceof Load.Loading<?>);
    }
}
