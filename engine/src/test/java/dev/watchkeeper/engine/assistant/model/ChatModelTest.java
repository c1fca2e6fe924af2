package dev.watchkeeper.engine.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.assistant.model.LanguageModel.Prompt;
import dev.watchkeeper.engine.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real HTTP against a server that speaks as Ollama and OpenAI publish their chat interfaces, faults included. */
class ChatModelTest {
    private static final Prompt PROMPT = new Prompt("Be brief.", List.of("Before?", "Yes."), "Now?");

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final List<String> replies = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private boolean hanging;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.stop(0);
        executor.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        String path = exchange.getRequestURI().getPath();
        String reply = path.endsWith("/tags")
                ? "{\"models\":[{\"name\":\"llama3.2:3b\"},{\"name\":\"qwen3:4b\"}]}"
                : path.endsWith("/models")
                        ? "{\"object\":\"list\",\"data\":[{\"id\":\"small\"},{\"id\":\"big\"}]}"
                        : status != 200
                                ? "{\"error\":{\"message\":\"no\"}}"
                                : replies.get(Math.min(requests.size(), replies.size()) - 1);
        boolean sse = reply.startsWith("data:");
        exchange.getResponseHeaders().set("Content-Type", sse ? "text/event-stream" : "application/x-ndjson");
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (hanging) {
                released.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private ModelSettings settings(ModelSettings.Kind kind, int seconds) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ModelSettings(kind, kind == ModelSettings.Kind.OLLAMA ? base : base + "/v1", "small", seconds);
    }

    private String ask(ModelSettings.Kind kind, Listener listener) {
        return ChatModel.of(settings(kind, 10), Secret.of("key-1"), System::nanoTime)
                .answer(PROMPT, (name, arguments) -> "tool " + name + " says 42 to " + arguments, listener);
    }

    private static String ollama(String content, boolean done) {
        return "{\"model\":\"small\",\"created_at\":\"2026-03-17T02:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\""
                + content + "\"},\"done\":" + done + (done ? ",\"done_reason\":\"stop\"" : "") + "}\n";
    }

    private static String openAi(String delta, String finish) {
        return "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"small\",\"choices\":[{\"index\":0,\"delta\":"
                + delta + ",\"finish_reason\":" + finish + "}]}\n\n";
    }

    private static final class Words implements Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public synchronized void words(String piece) {
            heard.append(piece).append('|');
        }
    }

    @Test
    void ollamaStreamsItsAnswer() {
        replies.add(ollama("It is ", false) + ollama("fine.", false) + ollama("", true));
        Words words = new Words();

        String answer = ask(ModelSettings.Kind.OLLAMA, words);

        assertThat(answer).isEqualTo("It is fine.");
        assertThat(words.heard.toString()).isEqualTo("It is |fine.|");
        assertThat(requests.get(0)).contains("Be brief.").contains("Before?").contains("sensor_history");
    }

    @Test
    void anOpenAiCompatibleServerStreamsItsAnswerAndSeesTheKey() {
        replies.add(openAi("{\"role\":\"assistant\",\"content\":\"It \"}", "null")
                + openAi("{\"content\":\"holds.\"}", "null") + openAi("{}", "\"stop\"") + "data: [DONE]\n\n");
        Words words = new Words();

        String answer = ask(ModelSettings.Kind.OPENAI, words);

        assertThat(answer).isEqualTo("It holds.");
        assertThat(words.heard.toString()).isEqualTo("It |holds.|");
        assertThat(keys.get(0)).isEqualTo("Bearer key-1");
    }

    @Test
    void aToolThatOllamaCallsIsRunAndItsResultSentBack() {
        replies.add(
                "{\"model\":\"small\",\"created_at\":\"2026-03-17T02:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"status\",\"arguments\":{\"asset\":\"P-101\"}}}]},\"done\":false}\n"
                        + ollama("", true));
        replies.add(ollama("It says 42.", false) + ollama("", true));

        String answer = ask(ModelSettings.Kind.OLLAMA, Listener.NONE);

        assertThat(answer).isEqualTo("It says 42.");
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).contains("tool status says 42").contains("P-101");
    }

    @Test
    void aToolThatOpenAiCallsIsRunAndItsResultSentBack() {
        replies.add(openAi(
                        "{\"role\":\"assistant\",\"tool_calls\":[{\"index\":0,\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"status\",\"arguments\":\"{\\\"asset\\\":\"}}]}",
                        "null")
                + openAi("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"P-101\\\"}\"}}]}", "null")
                + openAi("{}", "\"tool_calls\"") + "data: [DONE]\n\n");
        replies.add(openAi("{\"content\":\"It says 42.\"}", "null") + openAi("{}", "\"stop\"") + "data: [DONE]\n\n");

        String answer = ask(ModelSettings.Kind.OPENAI, Listener.NONE);

        assertThat(answer).isEqualTo("It says 42.");
        assertThat(requests.get(1)).contains("tool status says 42");
    }

    @ParameterizedTest
    @CsvSource({
        "OLLAMA,401,refused the key", "OPENAI,401,refused the key",
        "OLLAMA,404,has no model small", "OPENAI,404,has no model small",
        "OLLAMA,429,no room", "OPENAI,429,no room",
        "OLLAMA,500,failed", "OPENAI,500,failed"
    })
    void aRefusalIsSaidInPlainWordsAndNothingIsTriedTwice(ModelSettings.Kind kind, int code, String words) {
        status = code;

        assertThatThrownBy(() -> ask(kind, Listener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("key-1");
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OLLAMA", "OPENAI"})
    void aServerThatHangsIsGivenUpAtTheDeadline(ModelSettings.Kind kind) {
        hanging = true;
        replies.add(
                kind == ModelSettings.Kind.OLLAMA ? ollama("Well", false) : openAi("{\"content\":\"Well\"}", "null"));

        assertThatThrownBy(() -> ChatModel.of(settings(kind, 1), Secret.NONE, System::nanoTime)
                        .answer(PROMPT, (name, arguments) -> "", Listener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("within 1 s");
    }

    @ParameterizedTest
    @CsvSource({"OLLAMA", "OPENAI"})
    void anAnswerThatIsCutInTheMiddleIsNoAnswer(ModelSettings.Kind kind) {
        replies.add(
                kind == ModelSettings.Kind.OLLAMA
                        ? ollama("The flow is", false)
                        : openAi("{\"content\":\"The flow is\"}", "null"));

        assertThatThrownBy(() -> ChatModel.of(settings(kind, 2), Secret.NONE, System::nanoTime)
                        .answer(PROMPT, (name, arguments) -> "", Listener.NONE))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void whoCancelsWaitsNoLonger() {
        hanging = true;
        replies.add(ollama("Well", false));
        Listener impatient = new Listener() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> ask(ModelSettings.Kind.OLLAMA, impatient))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("cancelled");
    }

    @Test
    void nothingThatListensIsSaidSo() {
        ModelSettings nobody = new ModelSettings(ModelSettings.Kind.OLLAMA, "http://127.0.0.1:1", "small", 5);

        assertThatThrownBy(() -> ChatModel.of(nobody, Secret.NONE, System::nanoTime)
                        .answer(PROMPT, (name, arguments) -> "", Listener.NONE))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("No language model answers at http://127.0.0.1:1");
    }

    @Test
    void theModelsOfAServerAreListedAndOneIsTested() {
        ModelServer look = new ModelServer(System::nanoTime);
        replies.add(ollama("ready", false) + ollama("", true));

        List<String> ollama = look.models(settings(ModelSettings.Kind.OLLAMA, 5), Secret.NONE);
        List<String> openAi = look.models(settings(ModelSettings.Kind.OPENAI, 5), Secret.of("key-1"));
        String tested = look.test(settings(ModelSettings.Kind.OLLAMA, 5), Secret.NONE);

        assertThat(ollama).containsExactly("llama3.2:3b", "qwen3:4b");
        assertThat(openAi).containsExactly("big", "small");
        assertThat(tested).contains("small answered “ready” after");
    }
}
