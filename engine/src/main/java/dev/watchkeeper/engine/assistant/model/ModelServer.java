package dev.watchkeeper.engine.assistant.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Looks at a server of language models: which it has, and whether one answers. Thread-safe; waits for the network. */
public final class ModelServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    /** @param nanos a clock that only measures lengths */
    public ModelServer(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The names of the models that the server has.
     *
     * @throws ModelException when it does not answer; says what to do
     */
    public List<String> models(ModelSettings settings, Secret key) {
        boolean ollama = settings.kind() == ModelSettings.Kind.OLLAMA;
        String base = settings.address().strip().replaceAll("/+$", "");
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + (ollama ? "/api/tags" : "/models")))
                    .timeout(PATIENCE);
            if (!key.isEmpty()) {
                request.header("Authorization", "Bearer " + key.reveal());
            }
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new ModelException(ModelFailures.status(response.statusCode(), settings));
            }
            JsonNode body = new JsonMapper().readTree(response.body());
            List<String> names = new ArrayList<>();
            body.path(ollama ? "models" : "data")
                    .forEach(model ->
                            names.add(model.path(ollama ? "name" : "id").asText()));
            return names.stream().filter(name -> !name.isBlank()).sorted().toList();
        } catch (JsonProcessingException e) {
            throw new ModelException("What answers at " + settings.address() + " is no server of language models.", e);
        } catch (IOException e) {
            throw ModelFailures.of(e, settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("Looking at the server was cancelled.", e);
        } catch (IllegalArgumentException e) {
            throw new ModelException("The address " + settings.address() + " is no web address.", e);
        }
    }

    /**
     * Puts a question to the model, and says in one sentence that it answered and after how long.
     *
     * @throws ModelException when it did not; says what to do
     * @throws IllegalArgumentException when the settings cannot be used
     */
    public String test(ModelSettings settings, Secret key) {
        long start = nanos.getAsLong();
        String said = ChatModel.of(settings, key, nanos)
                .answer(
                        new LanguageModel.Prompt("Answer with one word.", List.of(), "Say: ready"),
                        (name, arguments) -> "No tool is needed.",
                        Listener.NONE);
        long millis = (nanos.getAsLong() - start) / 1_000_000;
        String shown = said.length() > 40 ? said.substring(0, 40) + "…" : said;
        return settings.model() + " answered “" + shown + "” after " + millis + " ms.";
    }
}
