package dev.watchkeeper.app.plant;

import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.app.shell.Snapshot;
import dev.watchkeeper.app.shell.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Renders every screen of the fake plant in every theme and two sizes into a folder, to be looked at while working on the
 * looks. Run with the flags of the launcher and {@code -Dglass.platform=Headless -Dprism.order=sw}.
 */
public final class Shots {
    private static final int[][] SIZES = {{1280, 800}, {1920, 1080}};
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private Shots() {}

    /**
     * Renders into the folder that is named.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        FakePlant quiet = new FakePlant();
        quiet.alarms().clear();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            for (ScreenId screen : ScreenId.values()) {
                for (Theme theme : Theme.values()) {
                    for (int[] size : SIZES) {
                        String name = screen.name().toLowerCase(Locale.ROOT) + "-" + theme.label() + "-" + size[0];
                        new Snapshot(screen, theme, size[0], size[1])
                                .write(new FakePlant().ports(background), folder.resolve(name + ".png"), AT_MOST);
                    }
                }
            }
            new Snapshot(ScreenId.ALARMS, Theme.LIGHT, 1280, 800)
                    .write(quiet.ports(background, true), folder.resolve("alarms-none.png"), AT_MOST);
        }
        System.exit(0);
    }
}
