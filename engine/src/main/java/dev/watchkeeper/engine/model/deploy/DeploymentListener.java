package dev.watchkeeper.engine.model.deploy;

/** Hears what the detection job tells of its models. */
@FunctionalInterface
public interface DeploymentListener {
    /** Called in one thread, first with the newest of each asset and kind that was told before; must return soon. */
    void told(DeploymentNews news);
}
