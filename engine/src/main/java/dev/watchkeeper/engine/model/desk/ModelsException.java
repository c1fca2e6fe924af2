package dev.watchkeeper.engine.model.desk;

import org.jspecify.annotations.Nullable;

/** A command on models cannot be carried out, and nothing has changed; the message tells the operator why in one sentence. */
public final class ModelsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelsException(String sentence) {
        super(sentence);
    }

    public ModelsException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
