package dev.watchkeeper.app.models;

import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.desk.Deployment;
import dev.watchkeeper.engine.model.desk.ModelCard;
import dev.watchkeeper.engine.model.desk.ModelEntry;
import dev.watchkeeper.engine.model.desk.Models;
import dev.watchkeeper.engine.model.grade.Grade;
import dev.watchkeeper.engine.model.grade.GradeReason;
import dev.watchkeeper.engine.model.grade.SensorGrade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the data that a version was trained on.
 *
 * @param versionOrNull the challenger, else the champion, else the newest; null while there is none
 */
record VersionFacts(@Nullable ModelVersion versionOrNull) {
    /** Reads it. Any thread but that of the display. */
    static VersionFacts read(Models models, ModelCard card) {
        Optional<Integer> number = card.challenger()
                .map(Deployment::number)
                .or(() -> Optional.of(card.champion())
                        .filter(Deployment::isTrained)
                        .map(Deployment::number))
                .or(() -> models.versions(card.asset()).stream().findFirst().map(ModelEntry::number));
        return new VersionFacts(
                number.map(known -> models.version(card.asset(), known)).orElse(null));
    }

    Optional<ModelVersion> version() {
        return Optional.ofNullable(versionOrNull);
    }

    /** The sensors, the worst grade first. */
    List<SensorGrade> grades() {
        return version().map(ModelVersion::grades).orElse(List.of()).stream()
                .sorted(Comparator.comparing(SensorGrade::grade).reversed())
                .toList();
    }

    /** How many sensors have which grade, such as "A 4 · B 2". */
    String gradeCounts() {
        List<String> counts = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            long number =
                    grades().stream().filter(sensor -> sensor.grade() == grade).count();
            if (number > 0) {
                counts.add(grade + "\u2009×\u2009" + number);
            }
        }
        return String.join("   ", counts);
    }

    long withLittleHistory() {
        return grades().stream()
                .filter(grade -> grade.has(GradeReason.Kind.LITTLE_HISTORY))
                .count();
    }
}
