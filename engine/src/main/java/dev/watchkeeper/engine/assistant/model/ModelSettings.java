package dev.watchkeeper.engine.assistant.model;

import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.settings.Setting;
import java.net.URI;
import java.time.Duration;

/**
 * Which language model puts answers into words. The key, where the server wants one, is a secret of name {@link #KEY}.
 *
 * @param kind {@link Kind#NONE} for none
 * @param address such as {@code http://127.0.0.1:11434} for Ollama, {@code https://host/v1} for others
 * @param model its name at the server
 * @param deadlineSeconds after which the answer without a model is shown
 */
public record ModelSettings(Kind kind, String address, String model, int deadlineSeconds) {
    /** How the server is spoken to. */
    public enum Kind {
        NONE("None: nothing leaves this machine"),
        OLLAMA("Ollama"),
        OPENAI("OpenAI-compatible");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** None. */
    public static final ModelSettings OFF = new ModelSettings(Kind.NONE, "http://127.0.0.1:11434", "", 60);

    /** As it is kept. */
    public static final Setting<ModelSettings> SETTING =
            new Setting<>("assistant.language-model", ModelSettings.class, OFF);

    /** Under which the key is kept. */
    public static final SecretName KEY = new SecretName("assistant.language-model");

    public Duration deadline() {
        return Duration.ofSeconds(Math.max(1, deadlineSeconds));
    }

    public boolean on() {
        return kind != Kind.NONE;
    }

    /**
     * This, or a complaint.
     *
     * @throws IllegalArgumentException when it cannot be used; says what to change
     */
    public ModelSettings checked() {
        if (!on()) {
            return this;
        }
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The address " + address + " is no web address, such as http://127.0.0.1:11434.", e);
        }
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    "The address " + address + " is no web address, such as http://127.0.0.1:11434.");
        }
        if (model.isBlank()) {
            throw new IllegalArgumentException("Name the model, such as one from the list of the server.");
        }
        return this;
    }
}
