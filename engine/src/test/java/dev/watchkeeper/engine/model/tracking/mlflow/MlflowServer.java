package dev.watchkeeper.engine.model.tracking.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An MLflow 2 server for tests, on the loopback interface: checks each request against the {@link PublishedApi}, remembers
 * as a real one does, and misbehaves when told to.
 */
final class MlflowServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A path below which the server also answers. */
    static final String BASE = "/ml";

    private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

    /** What happens to a request instead of the usual. */
    interface Mishap {
        /** Plays it; {@code usual} does and answers what a healthy server would. */
        void play(Exchange exchange, Work usual) throws IOException;
    }

    /** Does what was asked for and returns the answer, without sending it. */
    interface Work {
        Reply run() throws IOException;
    }

    /** An answer. */
    record Reply(int status, String type, String body) {}

    /** A request that is to be answered. */
    record Exchange(HttpExchange http, String endpoint) {
        void send(Reply reply) throws IOException {
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            http.getResponseHeaders().set("Content-Type", reply.type());
            http.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            http.getResponseBody().write(bytes);
            http.close();
        }
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> violations = new CopyOnWriteArrayList<>();
    private final MlflowState state = new MlflowState();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mlflow-server");
        thread.setDaemon(true);
        return thread;
    });
    private final int port;
    private HttpServer server;
    private volatile String secret = "";
    private volatile Function<String, Mishap> mishaps = endpoint -> HEALTHY;

    static final Mishap HEALTHY = (exchange, usual) -> exchange.send(usual.run());

    MlflowServer() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.createContext("/", this::handle);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Answers only requests that bring this in their header {@code Authorization}. */
    void askFor(String authorization) {
        secret = authorization;
    }

    /** Chooses what happens to requests to an endpoint, such as {@code POST /mlflow/runs/create}. */
    void mishaps(Function<String, Mishap> chosen) {
        mishaps = chosen;
    }

    void heal() {
        mishaps = endpoint -> HEALTHY;
    }

    /** Stops to listen, so that connections are refused. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() {
        server = listen(port);
    }

    /** Looks at or changes what the server remembers, while it does nothing else. */
    <T> T with(Function<MlflowState, T> look) {
        synchronized (state) {
            return look.apply(state);
        }
    }

    private void handle(HttpExchange http) throws IOException {
        String path = http.getRequestURI().getRawPath().replaceFirst("^" + BASE, "");
        byte[] body = http.getRequestBody().readAllBytes();
        boolean file = path.startsWith(FILES);
        String shown = file ? "/mlflow-artifacts/artifacts" : path.replaceFirst("^/api/2.0", "");
        Exchange exchange = new Exchange(http, http.getRequestMethod() + " " + shown);
        requests.add(exchange.endpoint());
        if (!secret.isEmpty() && !secret.equals(http.getRequestHeaders().getFirst("Authorization"))) {
            exchange.send(new Reply(401, "text/html", "You are not authenticated."));
            return;
        }
        mishaps.apply(exchange.endpoint()).play(exchange, () -> {
            if (path.equals("/version")) {
                return new Reply(200, "text/html", "2.17.2");
            }
            return file ? put(exchange, path.substring(FILES.length()), body) : answer(exchange, body);
        });
    }

    private Reply put(Exchange exchange, String path, byte[] body) {
        String name = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        if (!exchange.http().getRequestMethod().equals("PUT") || name.contains("..")) {
            violations.add(exchange.endpoint() + " " + name);
        }
        with(memory -> memory.files.put(name, body));
        return new Reply(200, "application/json", "{}");
    }

    private Reply answer(Exchange exchange, byte[] body) throws IOException {
        HttpExchange http = exchange.http();
        boolean get = http.getRequestMethod().equals("GET");
        if (!PublishedApi.FIELDS.containsKey(exchange.endpoint())) {
            violations.add(exchange.endpoint() + " is not in the table");
            return new Reply(404, "text/html", "<!doctype html><title>404 Not Found</title>");
        }
        String type = String.valueOf(http.getRequestHeaders().getFirst("Content-Type"));
        if (!get && !type.startsWith("application/json")) {
            violations.add(exchange.endpoint() + " came as " + type);
        }
        JsonNode request = get ? query(http.getRequestURI()) : JSON.readTree(body);
        List<String> found = PublishedApi.violations(exchange.endpoint(), request);
        violations.addAll(found);
        if (!found.isEmpty()) {
            return error(new MlflowState.Refusal(400, "INVALID_PARAMETER_VALUE", found.get(0)));
        }
        synchronized (state) {
            try {
                return new Reply(
                        200,
                        "application/json",
                        state.answer(exchange.endpoint(), request).toString());
            } catch (MlflowState.Refusal refusal) {
                return error(refusal);
            }
        }
    }

    private static Reply error(MlflowState.Refusal refusal) {
        ObjectNode body = JSON.createObjectNode();
        body.put("error_code", refusal.code);
        body.put("message", refusal.getMessage());
        return new Reply(refusal.status, "application/json", body.toString());
    }

    private static ObjectNode query(URI uri) {
        ObjectNode fields = JSON.createObjectNode();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            String value = URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
            if (name.equals("order_by") || name.equals("order_by[]")) {
                ArrayNode list = fields.withArray("/order_by");
                list.add(value);
            } else {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** The endpoints that were asked, without the question whether the server is well. */
    List<String> work() {
        List<String> work = new ArrayList<>(requests);
        work.removeIf("GET /mlflow/experiments/search"::equals);
        return work;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
