package dev.watchkeeper.engine.model.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.watchkeeper.engine.signal.SensorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssetGroupsTest {
    @Test
    void allSensorsOfAnAssetGoTogether() {
        List<SensorId> sensors = sensors(7);

        List<Set<SensorId>> groups = AssetGroups.deal(sensors, 3);

        assertThat(groups).hasSize(3).noneMatch(Set::isEmpty);
        assertThat(groups.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(sensors);
        assertThat(groups.stream()
                        .flatMap(group -> group.stream().map(SensorId::asset).collect(Collectors.toSet()).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void groupsDoNotDependOnTheOrderOfTheSensors() {
        List<SensorId> shuffled = new ArrayList<>(sensors(7));
        Collections.shuffle(shuffled, new Random(5));

        assertThat(AssetGroups.deal(shuffled, 3)).isEqualTo(AssetGroups.deal(sensors(7), 3));
    }

    @Test
    void largeAssetsAreSpreadEvenly() {
        List<Set<SensorId>> groups = AssetGroups.deal(sensors(4), 2);

        assertThat(groups).extracting(Set::size).containsExactly(5, 5);
    }

    @Test
    void refusesMoreGroupsThanAssets() {
        assertThatIllegalArgumentException().isThrownBy(() -> AssetGroups.deal(sensors(2), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> AssetGroups.deal(sensors(2), 1));
    }

    /** The first asset has one sensor, the second two, and so on. */
    private static List<SensorId> sensors(int assets) {
        List<SensorId> sensors = new ArrayList<>();
        for (int asset = 1; asset <= assets; asset++) {
            for (int sensor = 1; sensor <= asset; sensor++) {
                sensors.add(SensorId.of("A" + asset, "s" + sensor));
            }
        }
        return sensors;
    }
}
