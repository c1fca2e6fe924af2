package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.shell.Snapshot;
import dev.watchkeeper.app.shell.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Renders every screen of the fake plant in every theme and two sizes into a folder, to be looked at. */
public final class Shots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};

    private Shots() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        FakePlant plant = new FakePlant();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            for (ScreenId screen : ScreenId.values()) {
                for (Theme theme : Theme.values()) {
                    for (int[] size : SIZES) {
                        String name =
                                screen.name().toLowerCase(Locale.ROOT) + "-" + theme.label() + "-" + size[0] + ".png";
                        new Snapshot(screen, theme, size[0], size[1])
                                .write(plant.ports(background), folder.resolve(name), Duration.ofSeconds(30));
                    }
                }
            }
        }
        javafx.application.Platform.exit();
    }
}
