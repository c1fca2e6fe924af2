package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;

/** Asks a server whether it is an MLflow server that can be used. */
public final class MlflowCheck {
    private MlflowCheck() {}

    /**
     * What came of asking.
     *
     * @param works whether runs can be sent
     * @param sentence for the operator, with what to do where it does not
     */
    public record Outcome(boolean works, String sentence) {}

    static Outcome outcome(MlflowSettings settings) {
        try (MlflowHttp http = new MlflowHttp(settings)) {
            ask(http, settings);
            return new Outcome(true, "MLflow" + version(http) + " answers at " + settings.server() + ".");
        } catch (MlflowFailure failure) {
            return new Outcome(false, failure.sentence());
        }
    }

    /** The cheapest question that only MLflow answers. Whatever fails, fails for the whole server. */
    static void ask(MlflowHttp http, MlflowSettings settings) throws MlflowFailure {
        JsonNode answer;
        try {
            answer = http.get("experiments/search?max_results=1");
        } catch (MlflowFailure failure) {
            throw failure.reaching(MlflowFailure.Reach.SERVER);
        }
        if (!answer.isEmpty() && !answer.has("experiments") && !answer.has("next_page_token")) {
            throw new Failures(settings.server()).ofGibberish();
        }
    }

    /** Servers tell it since 1.24, but a proxy may hide it. */
    private static String version(MlflowHttp http) {
        try {
            String version = http.text("version").strip();
            return version.matches("[0-9][0-9A-Za-z.+-]{0,30}") ? " " + version : "";
        } catch (MlflowFailure hidden) {
            return "";
        }
    }
}
