package dev.watchkeeper.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.app.chart.LabelMark;
import dev.watchkeeper.app.chart.Lane;
import dev.watchkeeper.app.chart.TraceLoader;
import dev.watchkeeper.app.chart.TrendPicture;
import dev.watchkeeper.app.plant.Desk;
import dev.watchkeeper.app.plant.FakePlant;
import dev.watchkeeper.app.screen.Labeller;
import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.label.Label;
import dev.watchkeeper.engine.label.LabelKind;
import dev.watchkeeper.engine.label.LabelSubject;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.Subscription;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrendsViewModelTest {
    private static final SensorId FLOW = SensorId.of("pump-1", "flow");
    private static final SensorId OTHER_FLOW = SensorId.of("pump-3", "flow");
    private static final SensorId CURRENT = SensorId.of("pump-1", "current");

    private final Desk desk = new Desk();
    private final FakePlant plant = desk.plant();
    private final Labeller labeller = new Labeller(plant.labels(), "m.weber", Runnable::run, Runnable::run);
    private final TrendsViewModel model = new TrendsViewModel(
            new TrendReader(
                    plant.alarms(),
                    plant.labels(),
                    plant.assets(),
                    plant.history(),
                    plant.rules(),
                    new TraceLoader(plant.history(), plant.live())),
            plant.assets(),
            plant.live(),
            desk.context(),
            new TrendLabels(plant.labels(), labeller));
    private Subscription attached = () -> {};

    @BeforeEach
    void attach() {
        attached = model.attach();
        desk.pulse().beat(2);
    }

    @Test
    void beginsWithTheSensorsThatTheNewestAlarmPointsAt() {
        assertThat(model.chosen())
                .startsWith(SensorId.of("pump-2", "vibration"), SensorId.of("pump-2", "bearing-temperature"));
        assertThat(picture().hasValues()).isTrue();
        assertThat(picture().marks()).hasSize(2);
    }

    @Test
    void followsThePresentWithNewReadings() {
        plant.advance(60);
        desk.pulse().beat(5);

        assertThat(model.viewportProperty().get().endMillis())
                .isEqualTo(plant.clock().instant().toEpochMilli());
        assertThat(newestMillis()).isEqualTo(plant.clock().instant().toEpochMilli());
    }

    @Test
    void panningLeavesThePresentAndFollowReturnsToIt() {
        model.pan(-600_000);
        plant.advance(60);
        desk.pulse().beat(5);

        assertThat(model.viewportProperty().get().live()).isFalse();
        assertThat(newestMillis()).isLessThan(plant.clock().millis() - 600_000);

        model.follow();
        desk.pulse().beat(1);

        assertThat(model.viewportProperty().get().live()).isTrue();
        assertThat(newestMillis()).isEqualTo(plant.clock().millis());
    }

    @Test
    void aGestureMovesThePictureBeforeItsDataHasCome() {
        model.pan(-600_000);

        assertThat(picture().viewport()).isEqualTo(model.viewportProperty().get());
    }

    @Test
    void lanesAreOfASensorEachOrOfAUnitEach() {
        model.choose(List.of(FLOW, OTHER_FLOW, CURRENT));
        desk.pulse().beat(1);
        assertThat(picture().lanes()).hasSize(3);

        model.laneModeProperty().set(LaneMode.PER_UNIT);

        assertThat(picture().lanes())
                .extracting(Lane::unit)
                .extracting(unit -> unit.symbol())
                .containsExactly("m³/h", "A");
        assertThat(picture().lanes().getFirst().traces()).hasSize(2);
    }

    @Test
    void sensorsComeBelowTheOthersAndGoAgain() {
        model.choose(List.of(FLOW));
        model.choose(CURRENT, true);
        model.choose(CURRENT, true);
        desk.pulse().beat(1);
        assertThat(picture().lanes()).hasSize(2);

        model.choose(FLOW, false);
        desk.pulse().beat(1);

        assertThat(picture().lanes())
                .singleElement()
                .satisfies(lane ->
                        assertThat(lane.traces().getFirst().sensor().id()).isEqualTo(CURRENT));
    }

    @Test
    void allReachesFromTheFirstReadingUntilNow() {
        model.showAll();
        desk.pulse().beat(1);

        assertThat(model.viewportProperty().get().lengthMillis())
                .isEqualTo(Duration.ofDays(3).toMillis());
    }

    @Test
    void aSpanOfThePastStandsStill() {
        TimeSpan span = TimeSpan.before(FakePlant.START.minus(Duration.ofHours(8)), Duration.ofHours(1));
        model.showSpan(span);
        plant.advance(30);
        desk.pulse().beat(10);

        assertThat(model.viewportProperty().get().span()).isEqualTo(span);
        assertThat(picture().hasValues()).isTrue();
    }

    @Test
    void aHistoryThatFailsIsToldInASentenceAndAskedAgain() {
        plant.history().setBroken(true);
        model.showSpan(TimeSpan.before(FakePlant.START.minus(Duration.ofHours(8)), Duration.ofHours(1)));
        desk.pulse().beat(1);
        assertThat(model.problemProperty().get()).startsWith("The trend could not be loaded");

        plant.history().setBroken(false);
        desk.pulse().beat(20);

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(picture().hasValues()).isTrue();
    }

    @Test
    void aSensorThatNobodyKnowsIsLeftOut() {
        model.choose(List.of(FLOW, SensorId.of("nowhere", "nothing")));
        desk.pulse().beat(1);

        assertThat(picture().lanes()).hasSize(1);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aPickedSpanIsLabelledForTheShownSensorsOfEachAssetAndDrawn() {
        model.choose(List.of(FLOW, CURRENT, OTHER_FLOW));
        long end = plant.clock().millis() - 60_000;

        model.labels().pick(end, end - 120_000);
        assertThat(picture().selection()).contains(span(end - 120_000, end));
        model.label(LabelKind.MAINTENANCE, "seal changed");
        desk.pulse().beat(2);

        assertThat(picture().selection()).isEmpty();
        assertThat(picture().labels())
                .extracting(mark -> mark.label().sensors())
                .containsExactlyInAnyOrder(List.of(CURRENT, FLOW), List.of(OTHER_FLOW));
        assertThat(picture().labels()).extracting(LabelMark::label).allSatisfy(label -> {
            assertThat(label.span()).isEqualTo(span(end - 120_000, end));
            assertThat(label.reason()).isEqualTo("seal changed");
        });
        assertThat(labeller.givenProperty().get()).hasSize(2);
    }

    @Test
    void aPickedLabelIsLabelledAnewOrTakenBack() {
        model.choose(List.of(FLOW));
        long end = plant.clock().millis();
        model.labels().pick(end - 120_000, end);
        model.label(LabelKind.UNKNOWN, "");
        desk.pulse().beat(2);
        Label first = picture().labels().getFirst().label();

        model.choose(List.of(FLOW, CURRENT));
        model.labels().pick(first);
        model.label(LabelKind.TRUE_ANOMALY, "");
        desk.pulse().beat(2);
        Label second = picture().labels().getFirst().label();

        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(second.kind()).isEqualTo(LabelKind.TRUE_ANOMALY);

        model.labels().pick(second);
        model.labels().undo();
        desk.pulse().beat(2);
        assertThat(picture().labels()).extracting(LabelMark::label).containsExactly(first);
    }

    @Test
    void withoutASpanOrASensorNothingIsLabelled() {
        model.label(LabelKind.UNKNOWN, "");
        model.labels().pick(5, 5);
        model.label(LabelKind.UNKNOWN, "");
        model.choose(List.of());
        model.labels().pick(5, 6);
        model.label(LabelKind.UNKNOWN, "");

        assertThat(plant.labels().newest(1)).isEmpty();
        assertThat(model.labels().pickedProperty().get()).isPresent();
    }

    @Test
    void theSymbolOfALabelledAlarmStandsWhereTheAlarmOpened() {
        Alarm alarm = plant.alarms().find(new AlarmId("a-7")).orElseThrow();
        plant.labels().put(LabelSubject.of(alarm, plant.clock().instant()), LabelKind.TRUE_ANOMALY, "", "k.sato");
        desk.pulse().beat(2);

        assertThat(picture().labels())
                .singleElement()
                .extracting(LabelMark::symbolMillis)
                .isEqualTo(alarm.openedAt().toEpochMilli());
    }

    private static TimeSpan span(long startMillis, long endMillis) {
        return new TimeSpan(Instant.ofEpochMilli(startMillis), Instant.ofEpochMilli(endMillis));
    }

    @Test
    void nothingHappensAfterTheSubscriptionIsClosed() {
        attached.close();
        TrendPicture last = picture();

        plant.advance(60);
        desk.pulse().beat(50);

        assertThat(picture()).isSameAs(last);
        assertThat(desk.pulse().subscriptions()).isZero();
    }

    private TrendPicture picture() {
        return model.pictureProperty().get();
    }

    private long newestMillis() {
        var values = picture().lanes().getFirst().traces().getFirst().values();
        return values.timeMillis(values.size() - 1);
    }
}
