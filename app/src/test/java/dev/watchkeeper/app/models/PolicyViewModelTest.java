package dev.watchkeeper.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.models.PolicyViewModel.Field;
import dev.watchkeeper.engine.model.desk.RetrainPolicy;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyViewModelTest {
    private static final RetrainPolicy SAVED =
            new RetrainPolicy(true, true, 0.75, 12, false, Duration.ofDays(14), Duration.ofMinutes(90));

    private final PolicyViewModel policy = new PolicyViewModel();

    @BeforeEach
    void show() {
        policy.show(SAVED, true);
    }

    @Test
    void whatIsSavedIsShownAndIsNothingToSave() {
        assertThat(policy.textProperty(Field.F1_LIMIT).get()).isEqualTo("0.75");
        assertThat(policy.textProperty(Field.FEWEST_LABELS).get()).isEqualTo("12");
        assertThat(policy.textProperty(Field.EVERY_DAYS).get()).isEqualTo("14");
        assertThat(policy.textProperty(Field.PAUSE_HOURS).get()).isEqualTo("1.5");
        assertThat(policy.edited()).contains(SAVED);
        assertThat(policy.saveableProperty().get()).isFalse();
    }

    @Test
    void aChangeCanBeSavedAndACommaIsAPoint() {
        policy.textProperty(Field.F1_LIMIT).set("0,8");
        policy.onScheduleProperty().set(true);

        assertThat(policy.saveableProperty().get()).isTrue();
        assertThat(policy.edited())
                .contains(SAVED.withOnScore(true, 0.8, 12).withOnSchedule(true, Duration.ofDays(14)));
    }

    @Test
    void aWrongNumberSaysWhatIsAllowedAsItIsTyped() {
        policy.textProperty(Field.F1_LIMIT).set("1.2");
        assertThat(policy.problemProperty(Field.F1_LIMIT).get()).isEqualTo("F1: from 0.01 to 1.");

        policy.textProperty(Field.F1_LIMIT).set("0.x");
        assertThat(policy.problemProperty(Field.F1_LIMIT).get()).isEqualTo("F1: write a number.");
        policy.textProperty(Field.FEWEST_LABELS).set("2.5");
        assertThat(policy.problemProperty(Field.FEWEST_LABELS).get()).isEqualTo("Answers: write a whole number.");
        assertThat(policy.saveableProperty().get()).isFalse();

        policy.textProperty(Field.F1_LIMIT).set("0.9");
        policy.textProperty(Field.FEWEST_LABELS).set("2");
        assertThat(policy.problemProperty(Field.F1_LIMIT).get()).isEmpty();
        assertThat(policy.saveableProperty().get()).isTrue();
    }

    @Test
    void whatIsBeingEditedIsNotOverwrittenByAReload() {
        policy.textProperty(Field.PAUSE_HOURS).set("3");

        policy.show(SAVED.withOnDrift(false), false);

        assertThat(policy.textProperty(Field.PAUSE_HOURS).get()).isEqualTo("3");
    }

    @Test
    void whatOthersChangeIsShownWhileNothingIsEdited() {
        policy.show(SAVED.withOnDrift(false), false);

        assertThat(policy.onDriftProperty().get()).isFalse();
    }

    @Test
    void revertingShowsWhatIsSaved() {
        policy.textProperty(Field.EVERY_DAYS).set("nonsense");

        policy.revert();

        assertThat(policy.edited()).contains(SAVED);
    }
}
