package dev.watchkeeper.engine.assistant.model;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.watchkeeper.engine.assistant.Listener;
import dev.watchkeeper.engine.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/**
 * A language model at a server that speaks the Ollama or the OpenAI chat interface. Nothing is tried twice; the deadline counts from
 * the question to the last word, over all rounds of tools.
 */
public final class ChatModel implements LanguageModel {
    private static final int ROUNDS = 5;
    private static final long LOOK_MILLIS = 50;

    private final StreamingChatModel model;
    private final ModelSettings settings;
    private final LongSupplier nanos;

    private ChatModel(StreamingChatModel model, ModelSettings settings, LongSupplier nanos) {
        this.model = model;
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * The model of some settings.
     *
     * @param key what the server wants to see; {@link Secret#NONE} where it wants nothing
     * @param nanos a clock that only measures lengths, such as {@link System#nanoTime}
     * @throws IllegalArgumentException when the settings cannot be used
     */
    public static ChatModel of(ModelSettings settings, Secret key, LongSupplier nanos) {
        settings.checked();
        Duration patience = settings.deadline().plusSeconds(5);
        StreamingChatModel model = settings.kind() == ModelSettings.Kind.OLLAMA
                ? OllamaStreamingChatModel.builder()
                        .baseUrl(settings.address().strip())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .timeout(patience)
                        .build()
                : OpenAiStreamingChatModel.builder()
                        .baseUrl(settings.address().strip())
                        .apiKey(key.isEmpty() ? "none" : key.reveal())
                        .modelName(settings.model())
                        .temperature(0.0)
                        .timeout(patience)
                        .build();
        return new ChatModel(model, settings, nanos);
    }

    @Override
    public String answer(Prompt prompt, BiFunction<String, String, String> tool, Listener listener) {
        long end = nanos.getAsLong() + settings.deadline().toNanos();
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(prompt.rules()));
        for (int i = 0; i < prompt.said().size(); i++) {
            messages.add(
                    i % 2 == 0
                            ? UserMessage.from(prompt.said().get(i))
                            : AiMessage.from(prompt.said().get(i)));
        }
        messages.add(UserMessage.from(prompt.question()));
        for (int round = 1; round <= ROUNDS; round++) {
            AiMessage said = round(messages, round < ROUNDS, listener, end);
            if (!said.hasToolExecutionRequests()) {
                String text = said.text();
                if (text == null || text.isBlank()) {
                    throw new ModelException("The language model said nothing.");
                }
                return text.strip();
            }
            messages.add(said);
            for (ToolExecutionRequest request : said.toolExecutionRequests()) {
                String arguments = request.arguments() == null ? "" : request.arguments();
                messages.add(ToolExecutionResultMessage.from(request, tool.apply(request.name(), arguments)));
            }
            listener.startOver();
        }
        throw new ModelException("The language model asked for data again and again and did not answer.");
    }

    private AiMessage round(List<ChatMessage> messages, boolean tools, Listener listener, long end) {
        ChatRequest.Builder request = new ChatRequest.Builder().messages(messages);
        if (tools) {
            request.toolSpecifications(ModelTools.specifications());
        }
        Handler handler = new Handler(listener);
        try {
            model.chat(request.build(), handler);
            return handler.await(end);
        } catch (ExecutionException e) {
            throw ModelFailures.of(e.getCause() == null ? e : e.getCause(), settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException("The question was cancelled.", e);
        } catch (RuntimeException e) {
            throw e instanceof ModelException own ? own : ModelFailures.of(e, settings);
        } finally {
            handler.over = true;
        }
    }

    /** Hears one round, on a thread of the HTTP client. */
    private final class Handler implements StreamingChatResponseHandler {
        private final CompletableFuture<AiMessage> result = new CompletableFuture<>();
        private final Listener listener;
        private volatile boolean over;

        Handler(Listener listener) {
            this.listener = listener;
        }

        AiMessage await(long end) throws ExecutionException, InterruptedException {
            while (true) {
                if (listener.cancelled()) {
                    throw new ModelException("The question was cancelled.");
                }
                if (nanos.getAsLong() > end) {
                    throw new ModelException("The language model did not answer within "
                            + settings.deadline().toSeconds() + " s.");
                }
                try {
                    return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // The next round looks whether somebody still waits.
                }
            }
        }

        @Override
        public void onPartialResponse(String piece) {
            if (!over) {
                listener.words(piece);
            }
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            if (response.metadata() == null || response.metadata().finishReason() == null) {
                result.completeExceptionally(
                        new ModelException("The language model broke off in the middle of its answer."));
            } else {
                result.complete(response.aiMessage());
            }
        }

        @Override
        public void onError(Throwable error) {
            result.completeExceptionally(error);
        }
    }
}
