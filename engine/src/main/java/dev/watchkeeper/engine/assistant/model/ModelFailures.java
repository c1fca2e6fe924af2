package dev.watchkeeper.engine.assistant.model;

import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a server did not answer and what to do. */
final class ModelFailures {
    private ModelFailures() {}

    static ModelException of(Throwable failure, ModelSettings settings) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            String sentence = sentence(at, settings);
            if (sentence != null) {
                return new ModelException(sentence, failure);
            }
        }
        return new ModelException(
                "The language model at " + settings.address() + " failed ("
                        + failure.getClass().getSimpleName() + ").",
                failure);
    }

    private static @Nullable String sentence(Throwable failure, ModelSettings settings) {
        if (failure instanceof ModelException own) {
            return own.getMessage();
        } else if (failure instanceof HttpException http) {
            return status(http.statusCode(), settings);
        } else if (failure instanceof ConnectException) {
            return "No language model answers at " + settings.address()
                    + ". Start it, or mend the address in Settings.";
        } else if (failure instanceof HttpTimeoutException
                || failure instanceof dev.langchain4j.exception.TimeoutException) {
            return "The language model did not answer within "
                    + settings.deadline().toSeconds() + " s.";
        } else if (failure instanceof IOException) {
            return "The connection to the language model at " + settings.address() + " broke off.";
        }
        return null;
    }

    /** What an HTTP status of such a server means. */
    static String status(int status, ModelSettings settings) {
        return switch (status) {
            case 401, 403 -> "The language model refused the key. Mend it in Settings.";
            case 404 ->
                "The server at " + settings.address() + " has no model " + settings.model()
                        + ". Choose one of its list in Settings.";
            case 429 -> "The language model has no room for more questions now. Ask again later.";
            default -> "The language model at " + settings.address() + " failed (HTTP " + status + ").";
        };
    }
}
