package dev.watchkeeper.engine.model.tracking.mlflow;

import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.ASSET;
import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.CHANGE;
import static dev.watchkeeper.engine.model.tracking.mlflow.MlflowFailure.Reach.SERVER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Puts what went wrong with a server into a sentence, and tells how far it reaches. */
final class Failures {
    private static final int LONGEST_QUOTE = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;

    Failures(URI server) {
        this.server = server;
    }

    /** An answer with a status of 400 or more. */
    MlflowFailure ofAnswer(int status, String body) {
        JsonNode answer = json(body);
        String code = answer.path("error_code").asText("");
        String said = quote(answer.path("message").asText(body));
        if (status == 401) {
            return new MlflowFailure(
                    SERVER,
                    status,
                    code,
                    "MLflow at " + server + " does not accept the user or token (401); correct them in the settings.");
        }
        if (status == 403) {
            return new MlflowFailure(
                    ASSET,
                    status,
                    code,
                    "MLflow at " + server
                            + " does not let this user write (403); give it the right to edit, or use another user.");
        }
        if (status == 429) {
            return new MlflowFailure(
                    SERVER,
                    status,
                    code,
                    "MLflow at " + server + " asks for a slower pace (429); the rest is sent later.");
        }
        if (status >= 500) {
            return new MlflowFailure(
                    ASSET,
                    status,
                    code,
                    "MLflow at " + server + " failed (" + status + "): " + said
                            + " Its log tells why; this is sent again later.");
        }
        if (status == 413) {
            return new MlflowFailure(
                    CHANGE,
                    status,
                    code,
                    "MLflow at " + server + " does not take a file this large (413); raise its limit and try again.");
        }
        if (code.isEmpty()) {
            return new MlflowFailure(
                    SERVER,
                    status,
                    code,
                    "What answers at " + server + " is not MLflow (" + status
                            + "); correct the address in the settings.");
        }
        return new MlflowFailure(CHANGE, status, code, "MLflow at " + server + " refused (" + code + "): " + said);
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? JSON.createObjectNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static String quote(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        String cut = line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line;
        return cut.isEmpty() || cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }

    /** An answer that is not what MLflow would say. */
    MlflowFailure ofGibberish() {
        return new MlflowFailure(
                SERVER,
                "What answers at " + server
                        + " does not speak MLflow's language; correct the address in the settings, or look for a proxy in between.");
    }

    /** No answer in time: what was asked for may have been done all the same, or may be done later. */
    MlflowFailure ofSilence(Duration deadline) {
        String sentence = "MLflow at " + server + " gave no answer within " + seconds(deadline)
                + " s; it may be overloaded. This is sent again later.";
        return new MlflowFailure(SERVER, 0, MlflowFailure.SILENCE, sentence);
    }

    private static String seconds(Duration deadline) {
        double seconds = deadline.toMillis() / 1000.0;
        return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
    }

    /** No answer came at all. */
    MlflowFailure ofConnection(Throwable thrown) {
        String host = server.getHost();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new MlflowFailure(
                        SERVER, "No computer is called " + host + "; correct the address of MLflow in the settings.");
            }
            if (cause instanceof SSLException) {
                return new MlflowFailure(
                        SERVER,
                        "The connection to " + server + " could not be secured ("
                                + quote(String.valueOf(cause.getMessage()))
                                + ") Check its certificate, or whether it speaks https at all.");
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new MlflowFailure(
                        SERVER,
                        "Nothing answers at " + server
                                + "; start the MLflow server or correct its address in the settings.");
            }
        }
        return new MlflowFailure(
                SERVER,
                "The connection to " + server + " broke (" + quote(String.valueOf(thrown.getMessage()))
                        + ") This is sent again later.");
    }
}
