package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests that must be sent once and no more, or that MLflow's own client cannot send: each goes out a single time and has
 * a deadline. One request at a time; it may be closed from any thread.
 */
final class MlflowHttp implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow/";
    private static final int UPLOAD_BYTES_PER_SECOND = 250_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MlflowSettings settings;
    private final Failures failures;
    private final HttpClient client;
    private volatile @Nullable CompletableFuture<?> underWay;

    MlflowHttp(MlflowSettings settings) {
        this.settings = settings;
        failures = new Failures(settings.server());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.deadline())
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    JsonNode get(String endpoint) throws MlflowFailure {
        return tree(answer(api(endpoint).GET(), settings.deadline()));
    }

    /** The text at a path of the server that is not of its API, such as {@code version}. */
    String text(String path) throws MlflowFailure {
        return answer(request(URI.create(settings.server() + "/" + path)).GET(), settings.deadline());
    }

    JsonNode post(String endpoint, JsonNode body) throws MlflowFailure {
        return send("POST", endpoint, body);
    }

    JsonNode delete(String endpoint, JsonNode body) throws MlflowFailure {
        return send("DELETE", endpoint, body);
    }

    private JsonNode send(String method, String endpoint, JsonNode body) throws MlflowFailure {
        HttpRequest.Builder request = api(endpoint)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()));
        return tree(answer(request, settings.deadline()));
    }

    /** Uploads a file. The secret goes along only when the address is the server's own. */
    void put(URI target, BodyPublisher content) throws MlflowFailure {
        long seconds = Math.max(0, content.contentLength()) / UPLOAD_BYTES_PER_SECOND;
        HttpRequest.Builder request = request(target)
                .header("Content-Type", "application/octet-stream")
                .PUT(content);
        answer(request, settings.deadline().plusSeconds(seconds));
    }

    private HttpRequest.Builder api(String endpoint) {
        return request(URI.create(settings.server() + API + endpoint));
    }

    private HttpRequest.Builder request(URI target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(target).header("Accept", "application/json, */*");
        if (target.toString().startsWith(settings.server() + "/")) {
            settings.authorization().ifPresent(secret -> request.header("Authorization", secret));
        }
        return request;
    }

    private String answer(HttpRequest.Builder request, Duration deadline) throws MlflowFailure {
        CompletableFuture<HttpResponse<String>> exchange = client.sendAsync(request.build(), BodyHandlers.ofString());
        underWay = exchange;
        try {
            HttpResponse<String> response = exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() >= 300) {
                throw failures.ofAnswer(response.statusCode(), response.body());
            }
            return response.body();
        } catch (TimeoutException | CancellationException e) {
            exchange.cancel(true);
            throw failures.ofSilence(deadline);
        } catch (ExecutionException e) {
            throw failures.ofConnection(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.ofSilence(deadline);
        }
    }

    /** Breaks off what is under way, which then fails. */
    @Override
    public void close() {
        CompletableFuture<?> exchange = underWay;
        if (exchange != null) {
            exchange.cancel(true);
        }
    }

    private JsonNode tree(String body) throws MlflowFailure {
        try {
            JsonNode tree = JSON.readTree(body);
            if (tree != null && tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            // Told below, without the body: it can be a whole web page.
        }
        throw failures.ofGibberish();
    }
}
