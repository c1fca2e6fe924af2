package dev.watchkeeper.engine.model.deploy;

/** Tells the detection job of models. Thread-safe; waits for the broker, so never to be called in a thread that draws. */
@FunctionalInterface
public interface ModelPublisher {
    /**
     * Publishes an update, and returns when the broker has the whole of it; that the job follows is told by a
     * {@link Takeover}. Publishing the version that is deployed already deploys it afresh.
     *
     * @throws ModelPublishException when the broker does not take it; the job then goes on as before
     */
    void publish(ModelUpdate update);
}
