package dev.watchkeeper.engine.model.tracking.mlflow;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/**
 * When and where sending is done.
 *
 * @param executor sends in one of its threads, for as long as it takes; whoever made it closes it
 * @param random seeded
 */
public record Pace(InstantSource clock, ScheduledExecutorService executor, Backoff backoff, RandomGenerator random) {}
