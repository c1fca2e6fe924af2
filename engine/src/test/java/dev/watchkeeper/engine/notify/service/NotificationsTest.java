package dev.watchkeeper.engine.notify.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.AlarmState;
import dev.watchkeeper.engine.notify.ack.Redemption;
import dev.watchkeeper.engine.notify.channel.EmailSettings;
import dev.watchkeeper.engine.notify.channel.HttpPeer;
import dev.watchkeeper.engine.notify.channel.HttpPeer.Asked;
import dev.watchkeeper.engine.notify.channel.SmtpPeer;
import dev.watchkeeper.engine.notify.channel.WebhookSettings;
import dev.watchkeeper.engine.notify.outbox.OutboxItem.State;
import dev.watchkeeper.engine.secret.Secret;
import dev.watchkeeper.engine.testing.ForkedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class NotificationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void anAlarmArrivesAndItsCodeAcknowledgesIt() throws Exception {
        try (HttpPeer server = new HttpPeer();
                RunningPlant plant = new RunningPlant(directory)) {
            plant.tellAll(hook(server), "");

            AlarmId alarm = plant.raise(0);
            await().atMost(PATIENCE).until(() -> !server.asked().isEmpty());

            JsonNode body = json(server.asked().get(0));
            assertThat(body.get("alarm").asText()).isEqualTo(alarm.value());
            assertThat(body.get("acknowledgeLink").asText()).startsWith("https://watch.example.com/acknowledge?code=");
            assertThat(plant.codes.redeem(body.get("acknowledgeCode").asText(), "10.0.0.7"))
                    .isEqualTo(new Redemption.Acknowledged(alarm, "ada"));
            assertThat(plant.desk.find(alarm).orElseThrow().state()).isEqualTo(AlarmState.ACTIVE_ACKNOWLEDGED);
        }
    }

    @Test
    void manyAlarmsArriveOnceEachAndInOrder() throws Exception {
        int alarms = 100;
        try (HttpPeer server = new HttpPeer();
                RunningPlant plant = new RunningPlant(directory)) {
            plant.tellAll(hook(server), "");
            List<String> raised = new ArrayList<>();
            for (int i = 0; i < alarms; i++) {
                raised.add(plant.raise(i).value());
            }

            await().atMost(PATIENCE).until(() -> plant.store.outbox().counts().getOrDefault(State.SENT, 0L) == alarms);

            assertThat(alarmsTold(server)).isEqualTo(raised);
        }
    }

    @Test
    void afterAnOutageEverythingArrivesInOrder() throws Exception {
        try (HttpPeer server = new HttpPeer();
                RunningPlant plant = new RunningPlant(directory)) {
            for (int i = 0; i < 3; i++) {
                server.answer(503, "not now", Map.of());
            }
            plant.tellAll(hook(server), "");
            List<String> raised = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                raised.add(plant.raise(i).value());
            }

            await().atMost(PATIENCE).until(() -> plant.store.outbox().counts().getOrDefault(State.SENT, 0L) == 5);

            List<String> told = alarmsTold(server);
            assertThat(told).hasSize(8);
            assertThat(told.subList(0, 4)).containsOnly(raised.get(0));
            assertThat(told.subList(3, 8)).isEqualTo(raised);
            assertThat(plant.store.outbox().log(99)).hasSize(8);
        }
    }

    @Test
    void whatWasNotSentWhenItWasClosedIsSentAtTheNextStart() throws Exception {
        try (HttpPeer server = new HttpPeer().usually(503, "not now")) {
            String alarm;
            try (RunningPlant plant = new RunningPlant(directory)) {
                plant.tellAll(hook(server), "");
                alarm = plant.raise(0).value();
                await().atMost(PATIENCE).until(() -> !server.asked().isEmpty());
            }
            server.usually(200, "");
            int before = server.asked().size();

            try (RunningPlant plant = new RunningPlant(directory)) {
                await().atMost(PATIENCE)
                        .until(() -> plant.store.outbox().counts().containsKey(State.SENT));
            }

            assertThat(alarmsTold(server)).containsOnly(alarm).hasSize(before + 1);
        }
    }

    @Test
    void noAlarmThatWasCommittedBeforeAKillIsUntoldAfterIt() throws Exception {
        Set<String> committed = new TreeSet<>();
        try (HttpPeer server = new HttpPeer().usually(503, "not now")) {
            // Nothing gets through before the kill, so all of it lies between commit and send.
            try (ForkedJvm process = ForkedJvm.start(AlarmRaiser.class, directory, server.url() + "/alarms", 100_000)) {
                for (int i = 0; i < 60; i++) {
                    committed.add(process.await("committed (.*)").group(1));
                }
                process.kill();
            }
            int beforeTheKill = server.asked().size();
            server.usually(200, "");

            try (RunningPlant plant = new RunningPlant(directory)) {
                await().atMost(PATIENCE)
                        .until(() -> alarmsTold(server, beforeTheKill).containsAll(committed));
                await().atMost(PATIENCE)
                        .until(() -> !plant.store.outbox().counts().containsKey(State.WAITING));
            }

            List<String> told = alarmsTold(server, beforeTheKill);
            assertThat(told).doesNotHaveDuplicates().containsAll(committed);
        }
    }

    @Test
    void aKillWhileMessagesGoOutLosesNoneAndDoublesAtMostTheOneUnderWay() throws Exception {
        Set<String> committed = new TreeSet<>();
        try (HttpPeer server = new HttpPeer()) {
            try (ForkedJvm process = ForkedJvm.start(AlarmRaiser.class, directory, server.url() + "/alarms", 100_000)) {
                while (server.asked().size() < 10) {
                    committed.add(process.await("committed (.*)").group(1));
                }
                process.kill();
            }

            try (RunningPlant plant = new RunningPlant(directory)) {
                await().atMost(PATIENCE).until(() -> alarmsTold(server).containsAll(committed));
                await().atMost(PATIENCE)
                        .until(() -> !plant.store.outbox().counts().containsKey(State.WAITING));
            }

            List<String> told = alarmsTold(server);
            assertThat(told.size() - Set.copyOf(told).size()).isLessThanOrEqualTo(1);
            assertThat(told).containsAll(committed);
        }
    }

    @Test
    void noSecretIsInTheLogInTheDatabaseOrInTheFiles() throws Exception {
        String password = "p4ss-of-the-mail-server";
        String key = "k3y-of-the-webhook-with-length";
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try (HttpPeer server = new HttpPeer().usually(400, "your key is " + key);
                SmtpPeer mail = new SmtpPeer(null)) {
            try (RunningPlant plant = new RunningPlant(directory)) {
                plant.tellAll(new WebhookSettings(server.url() + "/alarms", Secret.of(key), Duration.ofSeconds(5)), "");
                plant.raise(0);
                await().atMost(PATIENCE)
                        .until(() -> plant.store.outbox().counts().containsKey(State.DEAD));
                plant.tellAll(
                        new EmailSettings(
                                "127.0.0.1",
                                mail.port(),
                                EmailSettings.Security.STARTTLS_REQUIRED,
                                "watch@example.com",
                                "watch",
                                Secret.of(password),
                                Duration.ofSeconds(5)),
                        "ada@example.com");
                plant.raise(1);
                await().atMost(PATIENCE).until(() -> !mail.commands().isEmpty());
                await().atMost(PATIENCE).until(() -> plant.store.outbox().log(9).size() > 1);
                LoggerFactory.getLogger(NotificationsTest.class).info("settings {}", plant.config.get());
                String export = new ObjectMapper().findAndRegisterModules().writeValueAsString(plant.config.get());
                assertThat(export).doesNotContain(password, key);
            }
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.startsWith("settings NotifySettings"));
        assertThat(log.list)
                .allSatisfy(event -> assertThat(event.getFormattedMessage() + event.getThrowableProxy())
                        .doesNotContain(password, key));
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(file -> assertThat(bytes(file)).doesNotContain(password, key));
        }
        try (RunningPlant again = new RunningPlant(directory)) {
            assertThat(again.config.get().channels().get(0).settings().secret()).isEqualTo(Secret.of(password));
        }
    }

    private static WebhookSettings hook(HttpPeer server) {
        return new WebhookSettings(server.url() + "/alarms", AlarmRaiser.KEY, Duration.ofSeconds(5));
    }

    private static List<String> alarmsTold(HttpPeer server) {
        return alarmsTold(server, 0);
    }

    private static List<String> alarmsTold(HttpPeer server, int from) {
        return server.asked().stream()
                .skip(from)
                .map(asked -> json(asked).get("alarm").asText())
                .toList();
    }

    private static JsonNode json(Asked asked) {
        try {
            return new ObjectMapper().readTree(asked.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
