package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.assistant.AssistantPorts;
import dev.watchkeeper.engine.assistant.Assistant;
import dev.watchkeeper.engine.assistant.model.ChatModel;
import dev.watchkeeper.engine.assistant.model.LanguageModel;
import dev.watchkeeper.engine.assistant.model.ModelException;
import dev.watchkeeper.engine.assistant.model.ModelNarrator;
import dev.watchkeeper.engine.assistant.model.ModelSettings;
import dev.watchkeeper.engine.assistant.plant.ActDesk;
import dev.watchkeeper.engine.assistant.plant.PlantPorts;
import dev.watchkeeper.engine.assistant.plant.PlantTools;
import dev.watchkeeper.engine.assistant.question.QuestionReader;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.secret.SecretException;
import dev.watchkeeper.engine.store.Store;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The assistant of an instance, put together. The language model follows the settings with the next question. */
final class AssistantCare {
    private final Store store;
    private final Supplier<Secret> key;
    private final AssistantPorts ports;
    private @Nullable Made made;

    private record Made(ModelSettings settings, Secret key, LanguageModel model) {}

    /** @param key of the language model's server; {@link Secret#NONE} where there is none */
    AssistantCare(Store store, PlantPorts plant, Supplier<Secret> key) {
        this.store = store;
        this.key = key;
        QuestionReader reader = new QuestionReader(plant.assets(), plant.clock(), plant.zone());
        PlantTools tools = new PlantTools(plant);
        Assistant assistant = new Assistant(
                reader, tools, store.conversations(), new ModelNarrator(this::model, reader, tools), plant.clock());
        ports = new AssistantPorts(
                assistant,
                store.conversations(),
                new ActDesk(plant.alarms(), plant.models(), store.acts(), plant.clock()),
                store.settings());
    }

    AssistantPorts ports() {
        return ports;
    }

    private synchronized Optional<LanguageModel> model() {
        ModelSettings settings = store.settings().get(ModelSettings.SETTING);
        if (!settings.on()) {
            return Optional.empty();
        }
        try {
            Secret secret = key.get();
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
