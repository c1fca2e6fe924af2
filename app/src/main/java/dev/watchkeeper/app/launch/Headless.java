package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs an instance without windows and prints its alarms as lines, until it is told to end. */
final class Headless {
    private Headless() {}

    /**
     * Runs until the process is told to end, or for a time.
     *
     * @param demo the demo plant; null for none
     * @param atMost how long; null for as long as the process lives
     * @return the exit status
     */
    static int run(Path data, @Nullable DemoSettings demo, @Nullable Duration atMost, InstantSource clock)
            throws InterruptedException {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = Thread.ofPlatform().name("shutdown").unstarted(() -> {
            ending.countDown();
            awaitQuietly(ended);
        });
        try (Instance instance = Instance.open(data, demo, clock)) {
            Runtime.getRuntime().addShutdownHook(onSignal);
            System.out.println("Watchkeeper starts on " + data + " …");
            Map<AlarmId, String> printed = new ConcurrentHashMap<>();
            instance.alarms().onChange(alarm -> print(alarm, printed));
            instance.desktop().showBy(message -> System.out.println(message.subject()));
            instance.start();
            System.out.println("Watching. Alarms are printed as they come; end with Ctrl+C.");
            if (atMost == null) {
                ending.await();
            } else if (!ending.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                System.out.println(AlarmLines.summary(instance.pipeline(), instance.alarms()));
            }
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private static void print(Alarm alarm, Map<AlarmId, String> printed) {
        String line = AlarmLines.line(alarm);
        if (!line.equals(printed.put(alarm.id(), line))) {
            System.out.println(line);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
