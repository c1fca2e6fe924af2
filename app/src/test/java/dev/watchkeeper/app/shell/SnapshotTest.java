package dev.watchkeeper.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watchkeeper.app.plant.AlarmsStory;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.plant.RulesStory;
import dev.watchkeeper.app.screen.ScreenId;
import dev.watchkeeper.engine.alarm.rule.RuleDraft;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        background.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void everyScreenIsDrawnInTheSizeAskedFor(ScreenId screen) throws Exception {
        Path file = folder.resolve("screen.png");

        new Snapshot(screen, Theme.LIGHT, 1280, 800).write(new FakePlant().ports(background), file, AT_MOST);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(800);
        assertThat(colors(image)).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void theDialogOfEachKindOfRuleIsDrawn(RuleKind kind) throws Exception {
        Path file = folder.resolve("rule.png");
        Sight sight = Sight.writing(RuleDraft.empty(kind).with(RuleField.ASSET, "pump-2"), false);

        new Snapshot(sight, Theme.LIGHT, 1280, 800)
                .write(RulesStory.told(new FakePlant()).ports(background), file, AT_MOST);

        assertThat(colors(ImageIO.read(file.toFile()))).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"active", "shelved", "suppressed", "out-of-service", "devices", "journal", "kpis", "shelve"})
    void everyPartOfTheAlarmsIsDrawn(String part) throws Exception {
        Path file = folder.resolve("part.png");
        FakePlant plant = AlarmsStory.told(new FakePlant());

        new Snapshot(Sight.named("alarms/" + part).orElseThrow(), Theme.DARK, 1280, 800)
                .write(plant.ports(background), file, AT_MOST);

        assertThat(colors(ImageIO.read(file.toFile()))).isGreaterThan(100);
    }

    @Test
    void theMaintenanceWindowsAreDrawn() throws Exception {
        Path file = folder.resolve("windows.png");

        new Snapshot(Sight.named("settings/maintenance").orElseThrow(), Theme.DARK, 1280, 800)
                .write(AlarmsStory.told(new FakePlant()).ports(background), file, AT_MOST);

        assertThat(colors(ImageIO.read(file.toFile()))).isGreaterThan(100);
    }

    @Test
    void aRehearsalIsDrawnOnceItHasCome() throws Exception {
        Path before = folder.resolve("before.png");
        Path after = folder.resolve("after.png");
        FakePlant plant = RulesStory.told(new FakePlant());

        new Snapshot(Sight.writing(RulesStory.chattering(), false), Theme.LIGHT, 1280, 800)
                .write(plant.ports(background), before, AT_MOST);
        new Snapshot(Sight.rehearsing(RulesStory.chattering()), Theme.LIGHT, 1280, 800)
                .write(plant.ports(background), after, AT_MOST);

        assertThat(colors(ImageIO.read(after.toFile()))).isGreaterThan(colors(ImageIO.read(before.toFile())));
    }

    @ParameterizedTest
    @EnumSource
    void theAssistantStandsBesideEveryScreenWithItsAnswer(ScreenId screen) throws Exception {
        Path without = folder.resolve("without.png");
        Path beside = folder.resolve("beside.png");
        FakePlant plant = new FakePlant();

        new Snapshot(screen, Theme.LIGHT, 1280, 800).write(plant.ports(background), without, AT_MOST);
        new Snapshot(Sight.of(screen).asking("why did pump 2 alarm?"), Theme.LIGHT, 1280, 800)
                .write(plant.ports(background), beside, AT_MOST);

        int[] edge = ImageIO.read(beside.toFile()).getRGB(950, 110, 300, 640, null, 0, 300);
        int[] before = ImageIO.read(without.toFile()).getRGB(950, 110, 300, 640, null, 0, 300);
        assertThat(edge).isNotEqualTo(before);
        assertThat(plant.helpdesk().conversations().newest(2)).hasSize(1);
    }

    @Test
    void theDarkThemeIsDarkAndTheLightOneLight() throws Exception {
        Path light = folder.resolve("light.png");
        Path dark = folder.resolve("dark.png");
        FakePlant plant = new FakePlant();

        new Snapshot(ScreenId.OVERVIEW, Theme.LIGHT, 1280, 800).write(plant.ports(background), light, AT_MOST);
        new Snapshot(ScreenId.OVERVIEW, Theme.DARK, 1280, 800).write(plant.ports(background), dark, AT_MOST);

        assertThat(brightness(light)).isGreaterThan(0.8);
        assertThat(brightness(dark)).isLessThan(0.2);
    }

    @Test
    void aScreenThatNeverHasDataIsReportedByName() {
        Snapshot snapshot = new Snapshot(ScreenId.OVERVIEW, Theme.LIGHT, 1280, 800);
        Path file = folder.resolve("never.png");

        assertThatThrownBy(() -> snapshot.write(FakePlant.starting().ports(background), file, Duration.ofMillis(700)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("Overview");
        assertThat(file).doesNotExist();
    }

    @Test
    void aSizeOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Snapshot(ScreenId.ALARMS, Theme.DARK, 0, 800));
    }

    private static long colors(BufferedImage image) {
        return pixels(image).distinct().count();
    }

    private static double brightness(Path file) throws java.io.IOException {
        return pixels(ImageIO.read(file.toFile()))
                .mapToDouble(rgb -> ((rgb >> 8) & 0xff) / 255.0)
                .average()
                .orElseThrow();
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()));
    }
}
