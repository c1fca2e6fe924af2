package dev.watchkeeper.engine.notify.channel;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of an answer as UTF-8 text and leaves the rest, however long. */
final class ShortBody implements BodySubscriber<String> {
    private static final int MOST_BYTES = 64 * 1024;

    private final CompletableFuture<String> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), MOST_BYTES - read.size())];
            buffer.get(bytes);
            read.writeBytes(bytes);
        }
        if (read.size() == MOST_BYTES) {
            if (subscription != null) {
                subscription.cancel();
            }
            onComplete();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        whole.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        whole.complete(read.toString(StandardCharsets.UTF_8));
    }
}
