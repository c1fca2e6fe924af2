package dev.watchkeeper.engine.notify.service;

import dev.watchkeeper.engine.notify.channel.WebhookSettings;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.testing.ForkedJvm;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that has alarms told to a webhook, raises them one after the other until it is killed, and prints each when it
 * is committed.
 */
final class AlarmRaiser {
    static final Secret KEY = Secret.of("a-key-that-both-sides-know");

    private AlarmRaiser() {}

    public static void main(String[] arguments) {
        RunningPlant plant = new RunningPlant(Path.of(arguments[0]));
        plant.tellAll(new WebhookSettings(arguments[1], KEY, Duration.ofSeconds(5)), "");
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            System.out.println("committed " + plant.raise(i));
        }
        System.out.println("done");
        ForkedJvm.waitToBeKilled();
    }
}
