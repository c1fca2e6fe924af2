package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.assistant.AssistantPorts;
import dev.watchkeeper.app.assistant.Documents;
import dev.watchkeeper.app.assistant.LanguageModels;
import dev.watchkeeper.engine.assistant.Assistant;
import dev.watchkeeper.engine.assistant.model.ChatModel;
import dev.watchkeeper.engine.assistant.model.LanguageModel;
import dev.watchkeeper.engine.assistant.model.ModelException;
import dev.watchkeeper.engine.assistant.model.ModelNarrator;
import dev.watchkeeper.engine.assistant.model.ModelServer;
import dev.watchkeeper.engine.assistant.model.ModelSettings;
import dev.watchkeeper.engine.assistant.plant.ActDesk;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.assistant.plant.PlantTools;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretException;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The assistant of an instance, put together. The language model follows the settings with the next question. */
final class AssistantCare {
    private final Store store;
    private final Supplier<SecretStore> secrets;
    private final AssistantPorts ports;
    private @Nullable Made made;

    private record Made(ModelSettings settings, Secret key, LanguageModel model) {}

    /**
     * The assistant of a plant.
     *
     * @param documents what answers are found in
     * @param secrets where the key of the language model's server is; may fail with an {@link IllegalStateException} that says why
     */
    AssistantCare(Store store, PlantPorts plant, Documents documents, Supplier<SecretStore> secrets) {
        this.store = store;
        this.secrets = secrets;
        QuestionReader reader = new QuestionReader(plant.assets(), plant.clock(), plant.zone());
        PlantTools tools = new PlantTools(plant);
        Assistant assistant = new Assistant(
                reader, tools, store.conversations(), new ModelNarrator(this::model, reader, tools), plant.clock());
        ports = new AssistantPorts(
                assistant,
                store.conversations(),
                new ActDesk(plant.alarms(), plant.models(), store.acts(), plant.clock()),
                new OwnModels(),
                documents,
                store.settings());
    }

    AssistantPorts ports() {
        return ports;
    }

    /** What was typed, or else what is kept. */
    private Secret key(String typed) {
        return typed.isBlank() ? secrets.get().find(ModelSettings.KEY).orElse(Secret.NONE) : Secret.of(typed.strip());
    }

    /** The language model as the pane sets it up. */
    private final class OwnModels implements LanguageModels {
        private final ModelServer server = new ModelServer(System::nanoTime);

        @Override
        public ModelSettings settings() {
            return store.settings().get(ModelSettings.SETTING);
        }

        @Override
        public void save(ModelSettings settings, String typed) {
            if (!typed.isBlank()) {
                secrets.get().put(ModelSettings.KEY, Secret.of(typed.strip()));
            }
            store.settings().set(ModelSettings.SETTING, settings);
        }

        @Override
        public List<String> models(ModelSettings settings, String typed) {
            return server.models(settings, key(typed));
        }

        @Override
        public String test(ModelSettings settings, String typed) {
            return server.test(settings, key(typed));
        }
    }

    private synchronized Optional<LanguageModel> model() {
        ModelSettings settings = store.settings().get(ModelSettings.SETTING);
        if (!settings.on()) {
            return Optional.empty();
        }
        try {
            Secret secret = key("");
            Made last = made;
            if (last == null || !last.settings.equals(settings) || !last.key.equals(secret)) {
                last = new Made(settings, secret, ChatModel.of(settings, secret, System::nanoTime));
                made = last;
            }
            return Optional.of(last.model);
        } catch (IllegalArgumentException | IllegalStateException | SecretException e) {
            throw new ModelException(String.valueOf(e.getMessage()), e);
        }
    }
}
