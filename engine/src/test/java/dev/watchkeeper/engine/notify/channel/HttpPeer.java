package dev.watchkeeper.engine.notify.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on 127.0.0.1 that keeps what it is asked and answers what it is told to. */
public final class HttpPeer implements AutoCloseable {
    /** A request as it came; names of fields in small letters. */
    public record Asked(String method, String path, Map<String, String> fields, String body) {
        public byte[] bytes() {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        /** A field of the head; empty when it is not there. */
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        /** The fields of a form. */
        public Map<String, String> form() {
            Map<String, String> form = new TreeMap<>();
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            return form;
        }
    }

    private record Answer(int status, String body, Map<String, String> fields) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "http-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Answer usual = new Answer(200, "", Map.of());
    private volatile boolean silent;

    public HttpPeer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What it answers when it was told nothing else. */
    public HttpPeer usually(int status, String body) {
        usual = new Answer(status, body, Map.of());
        return this;
    }

    /** Answers the next request so, once for each call. */
    public HttpPeer answer(int status, String body, Map<String, String> fields) {
        answers.add(new Answer(status, body, fields));
        return this;
    }

    /** Never answers. */
    public HttpPeer silent() {
        silent = true;
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> fields = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), fields, body));
        if (silent) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return;
        }
        Answer told = answers.poll();
        Answer answer = told == null ? usual : told;
        answer.fields()
                .forEach((name, value) -> exchange.getResponseHeaders().put(name, new ArrayList<>(List.of(value))));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
