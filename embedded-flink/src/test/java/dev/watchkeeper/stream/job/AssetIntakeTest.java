package dev.watchkeeper.stream.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class AssetIntakeTest {
    private static final long LATENESS = 500;

    private final AssetIntake intake = new AssetIntake();
    private long offset;

    @Test
    void aReadingWaitsUntilItsAssetIsAheadByTheLateness() {
        intake.await(reading("a", 1_000, 0));

        assertThat(intake.next(0, LATENESS)).isNull();

        intake.await(reading("a", 1_500, 0));
        assertThat(due(0)).containsExactly(1_000L);
    }

    @Test
    void aReadingWaitsNoLongerThanTheLateness() {
        intake.await(reading("a", 1_000, 100));

        assertThat(due(599)).isEmpty();
        assertThat(due(600)).containsExactly(1_000L);
    }

    @Test
    void readingsThatOvertookEachOtherComeOutInOrder() {
        intake.await(reading("a", 1_200, 0));
        intake.await(reading("a", 1_000, 0));
        intake.await(reading("a", 1_100, 0));
        intake.await(reading("a", 2_000, 0));

        assertThat(due(0)).containsExactly(1_000L, 1_100L, 1_200L);
    }

    @Test
    void aSecondReadingOfTheSameSensorAndTimeIsLate() {
        assertThat(intake.isNext(reading("a", 1_000, 0))).isTrue();
        assertThat(intake.isNext(reading("b", 1_000, 0))).isTrue();
        assertThat(intake.isNext(reading("a", 1_000, 0))).isFalse();
        assertThat(intake.isNext(reading("a", 999, 0))).isFalse();

        assertThat(intake.report()).isEqualTo(new AssetIntake.Counts(2, 2, 0));
    }

    @Test
    void anEndMarkIsHeldBehindReadingsOfUnknownSensors() {
        Incoming unknown = reading("later", 1_000, 0);
        intake.hold(unknown);
        intake.hold(endMark());

        assertThat(intake.release(one -> false)).isEmpty();

        assertThat(intake.release(one -> one.sensor.equals("later")))
                .extracting(one -> one.run)
                .containsExactly("", "run");
        assertThat(intake.holds()).isFalse();
    }

    @Test
    void aRunCountsFromTheEndMarkBefore() {
        intake.isNext(reading("a", 1, 0));
        intake.isNext(reading("a", 2, 0));
        assertThat(intake.endRun()).isEqualTo(new AssetIntake.Counts(2, 0, 0));

        intake.isNext(reading("a", 3, 0));
        intake.countRejected();

        assertThat(intake.endRun()).isEqualTo(new AssetIntake.Counts(1, 0, 1));
    }

    @Test
    void writtenAndReadAgainItGoesOnTheSame() throws IOException {
        intake.isNext(reading("a", 1_000, 0));
        intake.endRun();
        intake.await(reading("a", 2_000, 7));
        intake.await(reading("b", 1_900, 8));
        intake.hold(reading("later", 1_000, 9));
        intake.hold(endMark());

        DataOutputSerializer out = new DataOutputSerializer(64);
        intake.write(out);
        AssetIntake again = AssetIntake.read(new DataInputDeserializer(out.getCopyOfBuffer()));

        DataOutputSerializer outAgain = new DataOutputSerializer(64);
        again.write(outAgain);
        assertThat(outAgain.getCopyOfBuffer()).isEqualTo(out.getCopyOfBuffer());
        assertThat(again.isNext(reading("a", 1_000, 0))).isFalse();
        assertThat(again.drain()).extracting(one -> one.timeMillis).containsExactly(1_900L, 2_000L);
        assertThat(again.held()).isEqualTo(2);
    }

    @Test
    void aCopySharesNothing() {
        intake.await(reading("a", 1_000, 0));
        AssetIntake copy = intake.copy();

        copy.drain();
        copy.isNext(reading("a", 1_000, 0));

        assertThat(intake.drain()).hasSize(1);
        assertThat(intake.hasNews()).isFalse();
    }

    @Test
    void stateOfAnUnknownVersionIsRefused() {
        assertThatThrownBy(() -> AssetIntake.read(new DataInputDeserializer(new byte[] {99})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 99");
    }

    private List<Long> due(long now) {
        List<Long> times = new ArrayList<>();
        for (Incoming one = intake.next(now, LATENESS); one != null; one = intake.next(now, LATENESS)) {
            times.add(one.timeMillis);
        }
        return times;
    }

    private Incoming reading(String sensor, long timeMillis, long arrivedMillis) {
        Incoming incoming = new Incoming();
        incoming.asset = "P-1";
        incoming.sensor = sensor;
        incoming.timeMillis = timeMillis;
        incoming.arrivedMillis = arrivedMillis;
        incoming.offset = offset++;
        return incoming;
    }

    private Incoming endMark() {
        Incoming mark = new Incoming();
        mark.asset = "P-1";
        mark.run = "run";
        mark.offset = offset++;
        return mark;
    }
}
