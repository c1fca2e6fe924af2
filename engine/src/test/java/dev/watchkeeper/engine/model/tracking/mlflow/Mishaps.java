package dev.watchkeeper.engine.model.tracking.mlflow;

import dev.watchkeeper.engine.model.tracking.mlflow.MlflowServer.Mishap;
import dev.watchkeeper.engine.model.tracking.mlflow.MlflowServer.Reply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** What goes wrong with servers. */
final class Mishaps {
    /** The request is done, but all that is told of it is a failure. */
    static final Mishap FAILED_AFTER_ALL = (exchange, usual) -> {
        usual.run();
        exchange.send(new Reply(500, "text/html", "<h1>Internal Server Error</h1>"));
    };
    /** The request is done, and then the connection breaks. */
    static final Mishap CUT_AFTER_ALL = (exchange, usual) -> {
        usual.run();
        exchange.http().close();
    };
    /** The request is done, and the answer is cut in the middle. */
    static final Mishap GARBLED_AFTER_ALL = (exchange, usual) -> {
        Reply reply = usual.run();
        exchange.send(new Reply(
                200,
                reply.type(),
                reply.body().substring(0, Math.max(1, reply.body().length() / 2))));
    };

    private Mishaps() {}

    static Mishap status(int status, String body) {
        return (exchange, usual) -> exchange.send(new Reply(status, "text/html", body));
    }

    /** The request is done only when the latch opens, long after whoever asked has given up. */
    static Mishap lateAt(CountDownLatch latch) {
        return (exchange, usual) -> {
            try {
                if (!latch.await(30, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody opened the latch");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.send(usual.run());
        };
    }

    /** The first so many requests to an endpoint meet with a mishap. */
    static Function<String, Mishap> first(int times, String endpoint, Mishap mishap) {
        AtomicInteger left = new AtomicInteger(times);
        return asked -> asked.equals(endpoint) && left.getAndDecrement() > 0 ? mishap : MlflowServer.HEALTHY;
    }
}
