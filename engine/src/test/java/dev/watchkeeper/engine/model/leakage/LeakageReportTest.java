package dev.watchkeeper.engine.model.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.watchkeeper.engine.model.split.Fold;
import dev.watchkeeper.engine.model.split.Gap;
import dev.watchkeeper.engine.model.split.Part;
import dev.watchkeeper.engine.model.split.TimeSplit;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakageReportTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final SensorId SPEED = SensorId.of("P-101", "speed");
    private static final SensorId OTHER = SensorId.of("P-102", "flow");
    private static final TimeSplit SPLIT = new TimeSplit(
            hours(0, 60), hours(64, 80), hours(84, 100), new Gap(Duration.ofHours(3), Duration.ofHours(1)));

    @Test
    void nothingLeaksWhereEachPartKeepsToItself() {
        DataUse.Log uses = new DataUse.Log();
        for (int hour = 0; hour < 60; hour++) {
            uses.add(new WindowUse(FLOW, Part.TRAINING, hours(hour, hour + 1)));
        }
        for (int hour = 63; hour < 80; hour++) {
            uses.add(new WindowUse(FLOW, Part.VALIDATION, hours(hour, hour + 1)));
        }
        uses.add(new WindowUse(FLOW, Part.TEST, hours(83, 100)))
                .add(new ReadingUse(FLOW, Part.TRAINING, hours(0, 60)))
                .add(new ReadingUse(FLOW, Part.VALIDATION, hours(63, 80)))
                .add(fitted(hours(0, 60)))
                .add(label(Part.TRAINING, hours(5, 6), 63))
                .add(new GroupUse(FLOW, "one"))
                .add(new GroupUse(OTHER, "two"));

        LeakageReport report = LeakageReport.of(uses.of(SPLIT));

        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isEqualTo(new LeakageReport.Checked(78, 2, 1, 1, 2));
        assertThatNoException().isThrownBy(report::failIfLeaking);
    }

    @Test
    void failsLoudlyWhenWindowsOfTwoPartsOverlap() {
        DataUse use = new DataUse.Log()
                .add(new WindowUse(FLOW, Part.TRAINING, hours(50, 65)))
                .add(new WindowUse(FLOW, Part.VALIDATION, hours(63, 70)))
                .of(SPLIT);

        assertThatExceptionOfType(LeakageException.class)
                .isThrownBy(() -> LeakageReport.of(use).failIfLeaking())
                .withMessageStartingWith(
                        "What is to be measured leaks into the training. Windows of P-101/flow in training"
                                + " and of P-101/flow in validation overlap from 2026-03-03T15:00:00Z to 2026-03-03T17:00:00Z")
                .satisfies(e ->
                        assertThat(e.findings()).hasAtLeastOneElementOfType(LeakageFinding.OverlappingWindows.class));
    }

    @Test
    void findsAnOverlapBetweenTwoSensorsOfOneAsset() {
        DataUse use = new DataUse.Log()
                .add(new WindowUse(FLOW, Part.VALIDATION, hours(70, 80)))
                .add(new WindowUse(SPEED, Part.TEST, hours(79, 90)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .hasAtLeastOneElementOfType(LeakageFinding.OverlappingWindows.class);
    }

    @Test
    void windowsOfDifferentAssetsMayLieOverTheSameTime() {
        DataUse use = new DataUse.Log()
                .add(new WindowUse(FLOW, Part.TRAINING, hours(50, 60)))
                .add(new WindowUse(OTHER, Part.TRAINING, hours(50, 60)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).isClean()).isTrue();
    }

    @Test
    void findsAnOverlapWithALongWindowThatBeganMuchEarlier() {
        DataUse use = new DataUse.Log()
                .add(new WindowUse(FLOW, Part.TRAINING, hours(0, 66)))
                .add(new WindowUse(FLOW, Part.TRAINING, hours(58, 59)))
                .add(new WindowUse(FLOW, Part.VALIDATION, hours(65, 66)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .filteredOn(LeakageFinding.OverlappingWindows.class::isInstance)
                .hasSize(1);
    }

    @Test
    void findsWindowsThatReachBackFurtherThanThePurgeGap() {
        DataUse use = new DataUse.Log()
                .add(new WindowUse(FLOW, Part.VALIDATION, hours(62, 70)))
                .add(new WindowUse(FLOW, Part.VALIDATION, hours(61, 71)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .singleElement()
                .isInstanceOfSatisfying(LeakageFinding.WindowsOutsidePart.class, finding -> {
                    assertThat(finding.windows()).isEqualTo(2);
                    assertThat(finding.allowed()).isEqualTo(hours(63, 80));
                });
    }

    @Test
    void findsReadingsThatWereUsedWithinTheEmbargo() {
        DataUse use = new DataUse.Log()
                .add(new ReadingUse(FLOW, Part.TRAINING, hours(0, 61)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .extracting(LeakageFinding::sentence)
                .containsExactly("Readings of P-101/flow were used in training from 2026-03-01T00:00:00Z to"
                        + " 2026-03-03T13:00:00Z, but purge gap and embargo leave only from 2026-03-01T00:00:00Z to"
                        + " 2026-03-03T12:00:00Z.");
    }

    @Test
    void findsTheSameReadingInTwoParts() {
        DataUse use = new DataUse.Log()
                .add(new ReadingUse(FLOW, Part.VALIDATION, hours(64, 65)))
                .add(new ReadingUse(FLOW, Part.VALIDATION, hours(70, 85)))
                .add(new ReadingUse(FLOW, Part.TEST, hours(84, 90)))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .contains(new LeakageFinding.SharedReadings(FLOW, Part.VALIDATION, Part.TEST, hours(84, 85)));
    }

    @Test
    void findsAScalerThatSawMoreThanTheTrainingPart() {
        DataUse use = new DataUse.Log().add(fitted(hours(0, 80))).of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .extracting(LeakageFinding::sentence)
                .containsExactly("What is called the scaler of P-101/flow was fitted from 2026-03-01T00:00:00Z to"
                        + " 2026-03-04T08:00:00Z, but the training part lies from 2026-03-01T00:00:00Z to"
                        + " 2026-03-03T12:00:00Z.");
    }

    @Test
    void findsAnAssetInTwoGroups() {
        DataUse use = new DataUse.Log()
                .add(new GroupUse(FLOW, "train"))
                .add(new GroupUse(SPEED, "test"))
                .of(SPLIT);

        assertThat(LeakageReport.of(use).findings())
                .extracting(LeakageFinding::sentence)
                .containsExactly("Sensors of P-101 are in more than one group: test, train.");
    }

    @Test
    void findsALabelThatWasGivenOnceValidationHadBegun() {
        DataUse use =
                new DataUse.Log().add(label(Part.TRAINING, hours(5, 6), 64)).of(SPLIT);

        assertThat(LeakageReport.of(use).findings()).singleElement().isInstanceOf(LeakageFinding.FutureLabel.class);
    }

    @Test
    void findsALabelThatSpeaksOfTheTimeAfterItsPart() {
        DataUse use =
                new DataUse.Log().add(label(Part.TRAINING, hours(59, 62), 30)).of(SPLIT);

        assertThat(LeakageReport.of(use).findings()).singleElement().isInstanceOf(LeakageFinding.FutureLabel.class);
    }

    @Test
    void labelsOfTheTestMayComeAnyTimeLater() {
        DataUse use =
                new DataUse.Log().add(label(Part.TEST, hours(90, 91), 5_000)).of(SPLIT);

        assertThat(LeakageReport.of(use).isClean()).isTrue();
    }

    @Test
    void theVerdictKeepsTheSentences() {
        LeakageReport report = LeakageReport.of(new DataUse.Log()
                .add(new GroupUse(FLOW, "train"))
                .add(new GroupUse(SPEED, "test"))
                .of(SPLIT));

        assertThat(report.verdict())
                .isEqualTo(new LeakageVerdict(
                        new LeakageReport.Checked(0, 0, 0, 0, 2),
                        List.of("Sensors of P-101 are in more than one group: test, train.")));
    }

    @Test
    void aLabelThatOnlyLeavesReadingsOutMayComeLateButSpeaksOfItsPartAlone() {
        Fold fold = new Fold(1, hours(0, 10), hours(20, 30), Gap.NONE);
        DataUse inPart = new DataUse.Log().add(leftOut(hours(2, 4))).of(fold);
        DataUse beyond = new DataUse.Log().add(leftOut(hours(2, 11))).of(fold);

        assertThat(LeakageReport.of(inPart).isClean()).isTrue();
        assertThat(LeakageReport.of(beyond).findings()).singleElement().isInstanceOf(LeakageFinding.FutureLabel.class);
    }

    private static LabelUse leftOut(TimeSpan span) {
        return new LabelUse(
                new AssetId("P-101"),
                Part.TRAINING,
                span,
                START.plus(Duration.ofHours(100)),
                LabelUse.Purpose.LEAVE_OUT);
    }

    @Test
    void refusesUseOfAPartThatTheSplitDoesNotHave() {
        Fold fold = new Fold(1, hours(0, 10), hours(20, 30), Gap.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataUse.Log()
                        .add(new ReadingUse(FLOW, Part.VALIDATION, hours(20, 30)))
                        .of(fold))
                .withMessageStartingWith("the split has no validation part");
    }

    private static Fitted fitted(TimeSpan span) {
        return new Fitted() {
            @Override
            public String name() {
                return "the scaler of P-101/flow";
            }

            @Override
            public TimeSpan fittedOn() {
                return span;
            }
        };
    }

    private static LabelUse label(Part part, TimeSpan span, int knownAtHour) {
        return new LabelUse(new AssetId("P-101"), part, span, START.plus(Duration.ofHours(knownAtHour)));
    }

    private static TimeSpan hours(int from, int to) {
        return new TimeSpan(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}
