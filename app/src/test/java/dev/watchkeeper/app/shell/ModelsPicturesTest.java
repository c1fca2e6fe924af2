package dev.watchkeeper.app.shell;

import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.ModelsStory;
import dev.watchkeeper.app.screen.ScreenId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ModelsPicturesTest {
    @Test
    void draw() throws Exception {
        var background = Executors.newSingleThreadExecutor();
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1280, 800}, {1920, 1080}}) {
                FakePlant plant = ModelsStory.told(new FakePlant());
                new Snapshot(ScreenId.MODELS, theme, size[0], size[1])
                        .write(
                                plant.ports(background),
                                Path.of("/tmp/models-" + theme.label() + "-" + size[0] + ".png"),
                                Duration.ofSeconds(30));
            }
        }
        background.shutdown();
    }
}
