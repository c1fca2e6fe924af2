package dev.watchkeeper.engine.model.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SensorGraderTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    /** 20 days of one reading a minute. */
    private static final int MINUTES = 20 * 24 * 60;

    private final Random random = new Random(3);

    @Test
    void aGoodSensorIsGradedA() {
        SensorGrade grade = grade(this::process, minute -> true);

        assertThat(grade.reasons()).isEmpty();
        assertThat(grade.grade()).isEqualTo(Grade.A);
        assertThat(grade.facts().usualInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(grade.facts().noise()).isCloseTo(0.1, within(0.02));
    }

    @Test
    void lessThanFourteenDaysIsLittle() {
        SensorGrade thirteenDays = grade(this::process, minute -> minute < 13 * 24 * 60);
        SensorGrade fifteenDays = grade(this::process, minute -> minute < 15 * 24 * 60);

        assertThat(thirteenDays.grade()).isEqualTo(Grade.B);
        assertThat(thirteenDays.reasons())
                .extracting(GradeReason::sentence)
                .containsExactly("Its history of 12 d 23 h is little; 14 days or more show what is usual.");
        assertThat(fifteenDays.grade()).isEqualTo(Grade.A);
    }

    @Test
    void singleReadingsThatAreMissingAreGaps() {
        SensorGrade grade = grade(this::process, minute -> minute % 10 != 7);

        assertThat(grade.facts().missingShare()).isCloseTo(0.1, within(0.01));
        assertThat(grade.has(GradeReason.Kind.GAPS)).isTrue();
        assertThat(grade.grade()).isEqualTo(Grade.C);
    }

    @Test
    void namesTheLongestGap() {
        SensorGrade grade = grade(this::process, minute -> minute < 5_000 || minute >= 5_000 + 2 * 24 * 60);

        assertThat(grade.reasons())
                .extracting(GradeReason::sentence)
                .containsExactly("10.0 % of its history is missing; the longest gap lasts 2 d.");
    }

    @Test
    void irregularReadingsAreToldAndTheirStepsAreNoGaps() {
        SensorGrade grade = grade(this::process, minute -> random.nextDouble() < 0.3);

        assertThat(grade.has(GradeReason.Kind.IRREGULAR)).isTrue();
        assertThat(grade.facts().missingShare()).isLessThan(0.05);
    }

    @Test
    void aSensorThatStandsStillForADayIsStuck() {
        SensorGrade grade = grade(minute -> minute > 5_000 && minute <= 5_000 + 1_440 ? 7 : process(minute), m -> true);

        assertThat(grade.facts().stuckShare()).isCloseTo(0.05, within(0.001));
        assertThat(grade.facts().longestStuckReadings()).isEqualTo(1_440);
        assertThat(grade.has(GradeReason.Kind.STUCK)).isTrue();
    }

    @Test
    void aCoarseSensorIsCoarseAndNotStuck() {
        SensorGrade grade = grade(minute -> Math.rint(process(minute) / 4) * 4, minute -> true);

        assertThat(grade.has(GradeReason.Kind.COARSE)).isTrue();
        assertThat(grade.has(GradeReason.Kind.STUCK)).isFalse();
    }

    @Test
    void aSensorThatNeverMovedIsGradedD() {
        SensorGrade grade = grade(minute -> 7, minute -> true);

        assertThat(grade.grade()).isEqualTo(Grade.D);
        assertThat(grade.reasons()).extracting(GradeReason::sentence).containsExactly("Its value never changed.");
    }

    @Test
    void countsReadingsThatLeapAway() {
        SensorGrade grade = grade(minute -> process(minute) + (minute % 50 == 9 ? 60 : 0), minute -> true);

        assertThat(grade.facts().outlierShare()).isCloseTo(0.02, within(0.001));
        assertThat(grade.grade()).isEqualTo(Grade.C);
    }

    @Test
    void stepsOfAMachineThatSwitchesAreNoOutliers() {
        SensorGrade grade = grade(minute -> process(minute) + ((minute / 30) % 2) * 60, minute -> true);

        assertThat(grade.facts().outlierShare()).isZero();
    }

    @Test
    void pureNoiseIsTold() {
        SensorGrade grade = grade(minute -> random.nextGaussian(), minute -> true);

        assertThat(grade.reasons()).extracting(GradeReason::kind).containsExactly(GradeReason.Kind.NOISY);
    }

    @Test
    void countsWhatTheSourceCallsBad() {
        SensorGrader grader = new SensorGrader(FLOW);
        for (int minute = 0; minute < MINUTES; minute++) {
            grader.add(new Reading(FLOW, at(minute), process(minute), minute % 4 == 0 ? Quality.BAD : Quality.GOOD));
        }

        SensorGrade grade = grader.grade();

        assertThat(grade.facts().badShare()).isEqualTo(0.25);
        assertThat(grade.grade()).isEqualTo(Grade.D);
    }

    @Test
    void tellsOfLateReadingsWhereTheyWereCounted() {
        SensorGrader grader = new SensorGrader(FLOW);
        for (int minute = 0; minute < MINUTES; minute++) {
            grader.add(Reading.good(FLOW, at(minute), process(minute)));
        }

        SensorGrade grade = grader.grade(new Arrivals(1_000, 30, 200));

        assertThat(grade.reasons())
                .extracting(GradeReason::sentence)
                .containsExactly(
                        "20.0 % of its readings came more than once.",
                        "3.0 % of its readings came too late to be judged.");
    }

    @Test
    void countsReadingsThatComeTwice() {
        SensorGrader grader = new SensorGrader(FLOW);
        for (int minute = 0; minute < MINUTES; minute++) {
            Reading reading = Reading.good(FLOW, at(minute), process(minute));
            grader.add(reading);
            if (minute % 5 == 0) {
                grader.add(reading);
            }
        }

        SensorGrade grade = grader.grade();

        assertThat(grade.facts().readings()).isEqualTo(MINUTES);
        assertThat(grade.reasons()).extracting(GradeReason::kind).containsExactly(GradeReason.Kind.DUPLICATES);
    }

    @Test
    void aSensorWithoutReadingsIsGradedD() {
        SensorGrade grade = new SensorGrader(FLOW).grade();

        assertThat(grade.grade()).isEqualTo(Grade.D);
        assertThat(grade.reasons()).extracting(GradeReason::sentence).containsExactly("It has no readings.");
    }

    @Test
    void aSingleReadingIsGradedWithoutFailing() {
        SensorGrade grade = grade(this::process, minute -> minute == 0);

        assertThat(grade.grade()).isEqualTo(Grade.D);
        assertThat(grade.has(GradeReason.Kind.FEW_READINGS)).isTrue();
    }

    @Test
    void theWorstReasonComesFirst() {
        SensorGrade grade = grade(minute -> 7, minute -> minute < 5_000);

        assertThat(grade.reasons()).extracting(GradeReason::grade).containsExactly(Grade.D, Grade.B);
    }

    @Test
    void refusesAReadingOfAnotherSensor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorGrader(FLOW).add(Reading.good(SensorId.of("P-101", "speed"), START, 1)));
    }

    private SensorGrade grade(IntToDoubleFunction value, IntPredicate there) {
        SensorGrader grader = new SensorGrader(FLOW);
        for (int minute = 0; minute < MINUTES; minute++) {
            double now = value.applyAsDouble(minute);
            if (there.test(minute)) {
                grader.add(Reading.good(FLOW, at(minute), now));
            }
        }
        return grader.grade();
    }

    /** A daily wave with a little noise. */
    private double process(int minute) {
        return 50 + 10 * Math.sin(minute * 2 * Math.PI / 1_440) + 0.1 * random.nextGaussian();
    }

    private static Instant at(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }
}
