package dev.watchkeeper.engine.model.tracking.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlflowSettingsTest {
    @Test
    void theyComeBackFromTheStoreAsTheyWere(@TempDir Path directory) {
        TrackingSettings chosen = new TrackingSettings(new MlflowSettings(
                URI.create("https://mlflow.plant:5000/ml"), "", "lena", "secret", "plant-", Duration.ofSeconds(3)));

        try (Store store = Store.open(directory)) {
            assertThat(store.settings().get(TrackingSettings.SETTING)).isEqualTo(TrackingSettings.LOCAL);
            store.settings().set(TrackingSettings.SETTING, chosen);

            assertThat(store.settings().get(TrackingSettings.SETTING)).isEqualTo(chosen);
        }
    }

    @Test
    void theirTextHoldsNoSecret() {
        MlflowSettings user =
                new MlflowSettings(URI.create("http://m"), "tok", "lena", "pass", "", Duration.ofSeconds(3));

        assertThat(user.toString() + new TrackingSettings(user) + user.key())
                .contains("http://m")
                .doesNotContain("tok")
                .doesNotContain("pass");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mlflow:5000", "ftp://mlflow", "http://lena:secret@mlflow", "http://mlflow/?x", "databricks"})
    void anAddressThatCannotBeUsedIsRefusedWithoutRepeatingIt(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MlflowSettings.of(URI.create(address)))
                .withMessageContaining("address")
                .withMessageNotContaining("secret");
    }

    @Test
    void aPrefixThatMlflowWouldNotTakeInANameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MlflowSettings(URI.create("http://m"), "", "", "", "a/b", Duration.ofSeconds(3)))
                .withMessageContaining("prefix");
    }

    @Test
    void theWaitDoublesUpToItsMostAndVaries() {
        Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(30));
        SplittableRandom random = new SplittableRandom(3);

        assertThat(backoff.after(1, random)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(backoff.after(3, random)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
        assertThat(backoff.after(1_000, random)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(backoff.after(3, random)).isNotEqualTo(backoff.after(3, random));
    }
}
