package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.fx.Toolkit;
import dev.watchkeeper.app.fx.UiExecutor;
import dev.watchkeeper.app.models.ModelPorts;
import dev.watchkeeper.app.settings.SettingsPorts;
import dev.watchkeeper.app.shell.Console;
import dev.watchkeeper.app.shell.ConsolePorts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs an instance with a console on top: the window is there at once and fills as the stream comes up. */
final class ConsoleWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleWindow.class);

    private ConsoleWindow() {}

    /**
     * Runs until the window is closed.
     *
     * @param demo the demo plant; null for none
     * @return the exit status
     */
    static int run(Path data, @Nullable DemoSettings demo, Clock clock) throws InterruptedException {
        CompletableFuture<Boolean> toolkit = CompletableFuture.supplyAsync(ConsoleWindow::startToolkit);
        try (Instance instance = Instance.open(data, demo, clock)) {
            Thread.ofPlatform().daemon().name("start").start(() -> start(instance));
            if (!toolkit.join()) {
                System.out.println("The display cannot be used (the log says why): running headless.");
                instance.close();
                return Headless.run(data, demo, null, clock);
            }
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(instance::close));
            CountDownLatch closed = new CountDownLatch(1);
            Executor ui = new UiExecutor();
            ui.execute(() -> show(instance, closed));
            closed.await();
        }
        return 0;
    }

    static ConsolePorts ports(Instance instance) {
        return new ConsolePorts(
                instance.alarms(),
                instance.labels(),
                instance.assets(),
                instance.live(),
                instance.history(),
                new ModelPorts(instance.models(), instance.tracking(), instance.drift(), instance.tracking()::status),
                new SettingsPorts(instance.notifications()),
                instance.rules().rules(),
                instance.rules().rehearsals(),
                instance.rules().maintenance(),
                instance.rules().devices(),
                instance::pipeline,
                instance.clock(),
                ZoneId.systemDefault(),
                System.getProperty("user.name", "operator"),
                false,
                instance.background());
    }

    private static void show(Instance instance, CountDownLatch closed) {
        Console console = new Console(ports(instance));
        Stage stage = new Stage();
        Executor ui = new UiExecutor();
        instance.desktop().showBy(message -> ui.execute(() -> console.toast(message.subject(), message.shortText())));
        stage.setOnHidden(event -> {
            instance.desktop().showBy(null);
            console.close();
            closed.countDown();
        });
        console.show(stage);
    }

    private static void start(Instance instance) {
        try {
            instance.start();
        } catch (RuntimeException e) {
            // The console shows the sentence; the instance has logged the rest.
            LOG.debug("The console goes on without a stream", e);
        }
    }

    private static boolean startToolkit() {
        try {
            Toolkit.start();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("JavaFX did not start", e);
            return false;
        }
    }
}
