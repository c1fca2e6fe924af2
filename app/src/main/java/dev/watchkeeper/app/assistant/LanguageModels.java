package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.model.ModelSettings;
import java.util.List;

/**
 * The language model that is set up, if any. Waits for the network or the keychain: not for the UI thread. Fails with a
 * {@link RuntimeException} whose message says what to do.
 */
public interface LanguageModels {
    ModelSettings settings();

    /**
     * Keeps settings; they hold from the next question on.
     *
     * @param key of the server; empty keeps the one that is there
     */
    void save(ModelSettings settings, String key);

    /** The names of the models that a server has. */
    List<String> models(ModelSettings settings, String key);

    /** Puts a question to a model and says that it answered. */
    String test(ModelSettings settings, String key);
}
