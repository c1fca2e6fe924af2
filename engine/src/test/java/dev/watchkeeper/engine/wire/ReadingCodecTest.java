package dev.watchkeeper.engine.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Quality;
import dev.watchkeeper.engine.signal.Reading;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCodecTest {
    private static final SensorId FLOW = SensorId.of("P-101", "flow");
    private static final Instant TIME = Instant.ofEpochMilli(1_764_000_000_000L);

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(ReadingCodec.decode(Fixture.bytes("reading.json")))
                .isEqualTo(new ReadingRecord(Reading.good(FLOW, TIME, 1.5)));
        assertThat(ReadingCodec.decode(Fixture.bytes("reading-foreign.json")))
                .isEqualTo(new ReadingRecord(new Reading(
                        SensorId.of("Pumpe 1", "Bearing temperature °C"),
                        Instant.parse("2025-11-24T16:00:00.250Z"),
                        -12,
                        Quality.UNCERTAIN)));
        assertThat(ReadingCodec.decode(Fixture.bytes("end-of-run.json")))
                .isEqualTo(new EndOfRun(new AssetId("P-101"), "7c1e"));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrote(Quality quality) throws WireException {
        var record = new ReadingRecord(new Reading(SensorId.of("Pumpe \"Süd\"", "Δp"), TIME, -0.1, quality));

        StreamRecord read = ReadingCodec.decode(ReadingCodec.encode(record));

        assertThat(read).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.0, -0.0, 1e-320, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, 1.0 / 3, 123456789.12345679, -5})
    void keepsEveryBitOfAValue(double value) throws WireException {
        StreamRecord read = ReadingCodec.decode(ReadingCodec.encode(Reading.good(FLOW, TIME, value)));

        assertThat(Double.doubleToRawLongBits(((ReadingRecord) read).reading().value()))
                .isEqualTo(Double.doubleToRawLongBits(value));
    }

    @Test
    void readsTheEndOfARunThatItWrote() throws WireException {
        var end = new EndOfRun(new AssetId("P-101"), "replay of plant.csv");

        assertThat(ReadingCodec.decode(ReadingCodec.encode(end))).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            BROKEN_RECORD   | [1,2]
            BROKEN_RECORD   | 17
            BROKEN_RECORD   | {"v":1,"asset":"a"
            BROKEN_RECORD   | {"v":1,"asset":a}
            BROKEN_RECORD   | {"v":1,"asset":"a","sensor":"s","time":0,"value":1} x
            BROKEN_RECORD   | {"v":1,"asset":"a","asset":"b","sensor":"s","time":0,"value":1}
            BROKEN_RECORD   | {"v":1,"v":1,"asset":"a","sensor":"s","time":0,"value":1}
            UNKNOWN_VERSION | {"v":2,"asset":"a","sensor":"s","time":0,"value":1}
            UNKNOWN_VERSION | {"asset":["another","shape"],"v":2}
            UNKNOWN_VERSION | {"v":0}
            MISSING_FIELD   | {"asset":"a","sensor":"s","time":0,"value":1}
            MISSING_FIELD   | {"v":1,"sensor":"s","time":0,"value":1}
            MISSING_FIELD   | {"v":1,"asset":"a","time":0,"value":1}
            MISSING_FIELD   | {"v":1,"asset":"a","sensor":"s","value":1}
            MISSING_FIELD   | {"v":1,"asset":"a","sensor":"s","time":0}
            MISSING_FIELD   | {"v":1,"asset":"a","sensor":"s","time":0,"value":null}
            MISSING_FIELD   | {"v":1,"kind":"end","asset":"a"}
            WRONG_TYPE      | {"v":"1","asset":"a","sensor":"s","time":0,"value":1}
            WRONG_TYPE      | {"v":1,"asset":7,"sensor":"s","time":0,"value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":{},"time":0,"value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":0.5,"value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":99999999999999999999,"value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":"yesterday","value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":"2026-01-31T12:00:00","value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":"+999999999-01-31T12:00:00Z","value":1}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":0,"value":"1.5"}
            WRONG_TYPE      | {"v":1,"asset":"a","sensor":"s","time":0,"value":true}
            NOT_FINITE      | {"v":1,"asset":"a","sensor":"s","time":0,"value":NaN}
            NOT_FINITE      | {"v":1,"asset":"a","sensor":"s","time":0,"value":-Infinity}
            NOT_FINITE      | {"v":1,"asset":"a","sensor":"s","time":0,"value":1e999}
            BAD_NAME        | {"v":1,"asset":" ","sensor":"s","time":0,"value":1}
            BAD_NAME        | {"v":1,"asset":"a","sensor":"flow/1","time":0,"value":1}
            BAD_NAME        | {"v":1,"kind":"end","asset":"","run":"r"}
            WRONG_VALUE     | {"v":1,"asset":"a","sensor":"s","time":0,"value":1,"quality":"superb"}
            WRONG_VALUE     | {"v":1,"kind":"start","asset":"a","run":"r"}
            WRONG_VALUE     | {"v":1,"kind":"end","asset":"a","run":" "}
            """)
    void saysWhatIsWrong(RejectionReason reason, String json) {
        WireException e = refused(json.getBytes(UTF_8));

        assertThat(e.reason()).isEqualTo(reason);
        assertThat(e.sentence()).endsWith(".").doesNotContain("\n", "\tat ", "com.fasterxml");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        WireException e =
                refused("{\"v\":1,\"asset\":\"a\",\"sensor\":\"s\",\"time\":0,\"value\":\"x\"}".getBytes(UTF_8));

        assertThat(e).hasMessage("Field value is not a number.");
    }

    @Test
    void refusesARecordWithoutBytes() {
        assertThat(refused(new byte[0]).reason()).isEqualTo(RejectionReason.BROKEN_RECORD);
        assertThat(catchThrowableOfType(WireException.class, () -> ReadingCodec.decode(null))
                        .reason())
                .isEqualTo(RejectionReason.BROKEN_RECORD);
    }

    @Test
    void refusesARecordOfMoreThan64KiB() {
        byte[] huge = new byte[64 * 1024 + 1];
        Arrays.fill(huge, (byte) ' ');

        assertThat(refused(huge).reason()).isEqualTo(RejectionReason.TOO_LARGE);
    }

    @Test
    void refusesANameThatIsTooLong() {
        String json = "{\"v\":1,\"asset\":\"" + "a".repeat(129) + "\",\"sensor\":\"s\",\"time\":0,\"value\":1}";

        assertThat(refused(json.getBytes(UTF_8)).reason()).isEqualTo(RejectionReason.BAD_NAME);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = "{\"v\":1,\"asset\":\"#\",\"sensor\":\"s\",\"time\":0,\"value\":1}".getBytes(UTF_8);
        bytes[16] = (byte) 0xff;

        assertThat(refused(bytes).reason()).isEqualTo(RejectionReason.BROKEN_RECORD);
    }

    @Test
    void refusesDamagedBytesAndNeverFailsOtherwise() {
        byte[] whole = Fixture.bytes("reading-foreign.json");
        Random random = new Random(20260131);
        int refused = 0;

        for (int round = 0; round < 20_000; round++) {
            byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = 0; i < 3; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(ReadingCodec.decode(damaged)).isNotNull();
            } catch (WireException e) {
                refused++;
            }
        }

        assertThat(refused).isGreaterThan(15_000);
    }

    @Test
    void refusesDeepNestingInsteadOfRunningOutOfStack() {
        String json = "{\"v\":1,\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

        assertThat(refused(json.getBytes(UTF_8)).reason()).isEqualTo(RejectionReason.BROKEN_RECORD);
    }

    private static WireException refused(byte[] bytes) {
        WireException e = catchThrowableOfType(WireException.class, () -> ReadingCodec.decode(bytes));
        assertThat(e).as("refused").isNotNull();
        return e;
    }
}
