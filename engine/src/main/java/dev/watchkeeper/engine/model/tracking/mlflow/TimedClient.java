package dev.watchkeeper.engine.model.tracking.mlflow;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.MlflowHttpException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MLflow's own client under a deadline. That client knows no time-outs, sleeps up to a minute when it is asked to slow down,
 * loses a connection of its pool of two each time it is, and sends what fails three times. So a call runs in a thread of its
 * own, the client is thrown away together with the thread when the deadline passes, and only what may be done twice goes
 * through it. One call at a time; it may be closed from any thread.
 */
final class TimedClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TimedClient.class);

    private final MlflowSettings settings;
    private final Failures failures;
    private final AtomicReference<@Nullable MlflowClient> client = new AtomicReference<>();

    TimedClient(MlflowSettings settings) {
        this.settings = settings;
        failures = new Failures(settings.server());
    }

    <T> T call(Function<MlflowClient, T> request) throws MlflowFailure {
        MlflowClient before = client.get();
        MlflowClient used = before == null ? open() : before;
        client.set(used);
        FutureTask<T> task = new FutureTask<>(() -> request.apply(used));
        Thread thread = new Thread(task, "mlflow-client");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            discard(task);
            throw failures.ofSilence(settings.deadline());
        } catch (InterruptedException e) {
            discard(task);
            Thread.currentThread().interrupt();
            throw failures.ofSilence(settings.deadline());
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private MlflowClient open() {
        String server = settings.server().toString();
        if (!settings.user().isEmpty()) {
            return new MlflowClient(new BasicMlflowHostCreds(server, settings.user(), settings.password()));
        }
        return new MlflowClient(
                settings.token().isEmpty()
                        ? new BasicMlflowHostCreds(server)
                        : new BasicMlflowHostCreds(server, settings.token()));
    }

    private void discard(FutureTask<?> task) {
        task.cancel(true);
        close();
    }

    private MlflowFailure failure(Throwable thrown) {
        if (thrown instanceof MlflowHttpException answer) {
            discardAfter(answer.getStatusCode());
            return failures.ofAnswer(answer.getStatusCode(), String.valueOf(answer.getBodyMessage()));
        }
        if (thrown instanceof MlflowClientException && thrown.getCause() instanceof IOException broken) {
            return broken.getClass().getName().contains("InvalidProtocolBuffer")
                    ? failures.ofGibberish()
                    : failures.ofConnection(broken);
        }
        LOG.warn("MLflow's client failed at what {} answered", settings.server(), thrown);
        return failures.ofGibberish();
    }

    private void discardAfter(int status) {
        if (status == 429) {
            close();
        }
    }

    /** Breaks off what is under way, which then fails. */
    @Override
    public void close() {
        MlflowClient used = client.getAndSet(null);
        if (used != null) {
            used.close();
        }
    }
}
