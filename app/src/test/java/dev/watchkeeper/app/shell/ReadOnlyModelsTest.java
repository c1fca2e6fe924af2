package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.watchkeeper.app.fx.Desktop;
import dev.watchkeeper.app.fx.FramePulse;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A console that only looks. */
@ExtendWith(ApplicationExtension.class)
class ReadOnlyModelsTest {
    private static final double SIZE = 1_000;
    private static final List<String> ACTING = List.of(
            "#model-retrain",
            "#model-roll-back",
            "#model-import",
            "#model-promote",
            "#model-withdraw",
            "#model-cancel");

    private final FakePlant plant = ModelsStory.told(new FakePlant());
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FxRobot robot = new FxRobot();
    private @Nullable Console shown;

    @Start
    void start(Stage stage) {
        Console console = new Console(
                plant.ports(background, true),
                new FramePulse(),
                new Desktop((title, name) -> Optional.empty(), (title, pattern) -> Optional.empty(), page -> {}),
                false);
        shown = console;
        Scene scene = new Scene(console.root(), SIZE, SIZE);
        console.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void end() {
        robot.interact(() -> Objects.requireNonNull(shown).close());
        background.shutdown();
    }

    @Test
    void showsChampionAndChallengerAndNothingToPress() {
        robot.interact(() -> Objects.requireNonNull(shown).showModel(ModelsStory.CHALLENGED));

        await().ignoreExceptions()
                .until(() ->
                        robot.lookup(".asset-name").queryLabeled().getText().equals("Pump 2"));

        assertThat(robot.lookup("#comparison-table").<Node>query().isVisible()).isTrue();
        for (String button : ACTING) {
            assertThat(robot.lookup(button).<Node>query().isVisible())
                    .as(button)
                    .isFalse();
        }
    }
}
