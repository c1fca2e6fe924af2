package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.history.ReadingHistory;
import dev.watchkeeper.engine.plant.DemoPlant;
import dev.watchkeeper.engine.plant.FaultPlan;
import dev.watchkeeper.engine.signal.Asset;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.Sensor;
import dev.watchkeeper.engine.signal.TimeSpan;
import dev.watchkeeper.stream.topic.ReadingPublisher;
import dev.watchkeeper.stream.topic.TopicException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the demo plant on a thread of its own: first the past as fast as it goes, then a step each second. */
final class DemoSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSource.class);

    /** How long the plant runs unseen before its first reading, so that levels and temperatures have settled. */
    private static final Duration SETTLING = Duration.ofMinutes(30);

    private final ReadingPublisher publisher;
    private final InstantSource clock;
    private final DemoPlant plant;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    DemoSource(DemoSettings settings, ReadingPublisher publisher, ReadingHistory history, InstantSource clock) {
        this.publisher = publisher;
        this.clock = clock;
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        FaultPlan faults = FaultPlan.demo(settings.seed(), now).and(FaultPlan.slowFouling(now));
        Instant past = now.minus(settings.past());
        plant = new DemoPlant(settings.seed(), past.minus(SETTLING), faults);
        Instant known = lastReading(plant, history);
        Instant first = known.isAfter(past) ? known : past;
        while (plant.time().isBefore(first)) {
            plant.step();
        }
        thread = Thread.ofPlatform().daemon().name("demo-plant").start(this::run);
    }

    private static Instant lastReading(DemoPlant plant, ReadingHistory history) {
        Instant last = Instant.EPOCH;
        for (Asset asset : plant.assets()) {
            for (Sensor sensor : asset.sensors()) {
                Instant end = history.extent(sensor.id()).map(TimeSpan::end).orElse(Instant.EPOCH);
                last = end.isAfter(last) ? end : last;
            }
        }
        return last.truncatedTo(ChronoUnit.SECONDS);
    }

    private void run() {
        try {
            plant.assets().forEach(publisher::describe);
            while (!closing.await(untilNextStep(), TimeUnit.MILLISECONDS)) {
                for (Reading reading : plant.step()) {
                    publisher.send(reading);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TopicException e) {
            LOG.error("The demo plant has stopped: its readings could not be sent", e);
        }
    }

    private long untilNextStep() {
        return Math.max(0, plant.time().toEpochMilli() - clock.millis());
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
