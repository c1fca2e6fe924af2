package dev.watchkeeper.engine.notify.channel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests and waits for the answers, the whole exchange at most as long as the deadline. Follows no redirect, and
 * reads no more of an answer than a person would. Thread-safe.
 */
final class HttpCaller {
    private final HttpClient client;
    private final Duration deadline;

    HttpCaller(Duration deadline) {
        this.deadline = deadline;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(deadline)
                .build();
    }

    /** @throws IOException when there is no whole answer in time, with a message that says so to the user */
    HttpResponse<String> call(HttpRequest request) throws IOException {
        URI uri = request.uri();
        String server = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, info -> new ShortBody());
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(server + " did not answer within " + deadline.toMillis() + " ms.", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Watchkeeper was closed before " + server + " had answered.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String what = cause instanceof ConnectException ? " cannot be reached: " : ": ";
            throw new IOException(server + what + Answers.of(cause) + ". Check the address and the network.", cause);
        }
    }
}
