package dev.watchkeeper.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.Models;
import dev.watchkeeper.engine.signal.AssetId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelCodecTest {
    private static final AssetId PUMP = new AssetId("P-101");
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    private final ModelAssembler assembler = new ModelAssembler();

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(assembler.add(Fixture.bytes("model-chunk.bin"))).contains(Models.example());
    }

    @Test
    void aSmallModelIsOneRecordWithTheAssetAsKey() throws WireException {
        List<ModelRecord> records = ModelCodec.encode(Models.example(), FIRST);

        assertThat(records).singleElement().matches(record -> record.key().equals("P-101"));
        assertThat(assembler.add(records.get(0).value())).contains(Models.example());
    }

    @Test
    void aLargeModelIsCutIntoRecordsThatABrokerTakes() throws WireException {
        ModelVersion large = Models.large(PUMP, 1, 2_000_000);

        List<ModelRecord> records = ModelCodec.encode(large, FIRST);

        assertThat(records).extracting(ModelRecord::key).containsExactly("P-101", "P-101/1", "P-101/2");
        assertThat(records).allMatch(record -> record.value().length <= ModelCodec.LARGEST);
        assertThat(all(records)).containsExactly(large);
    }

    @Test
    void recordsMayComeInAnyOrderAndTwice() throws WireException {
        ModelVersion large = Models.large(PUMP, 1, 4_000_000);
        List<ModelRecord> records = new ArrayList<>(ModelCodec.encode(large, FIRST));
        records.addAll(records.subList(0, 2));
        Collections.shuffle(records, new Random(3));

        assertThat(all(records)).containsExactly(large);
    }

    @Test
    void whatCompactionLeftOfALongerModelDoesNotDisturb() throws WireException {
        List<ModelRecord> longer = ModelCodec.encode(Models.large(PUMP, 1, 2_000_000), FIRST);
        ModelVersion shorter = Models.large(PUMP, 2, 1_000_000);
        List<ModelRecord> compacted = new ArrayList<>(longer.subList(2, 3));
        compacted.addAll(ModelCodec.encode(shorter, SECOND));

        assertThat(all(compacted)).containsExactly(shorter);
    }

    @Test
    void theSameModelCanBePublishedAgain() throws WireException {
        ModelVersion old = Models.large(PUMP, 1, 1_000_000);
        ModelVersion newer = Models.large(PUMP, 2, 1_000_000);
        List<ModelRecord> records = new ArrayList<>(ModelCodec.encode(old, FIRST));
        records.addAll(ModelCodec.encode(newer, SECOND));
        records.addAll(ModelCodec.encode(old, new UUID(3, 3)));

        assertThat(all(records)).containsExactly(old, newer, old);
    }

    @Test
    void modelsOfTwoAssetsMayBeInterleaved() throws WireException {
        ModelVersion one = Models.large(PUMP, 1, 1_000_000);
        ModelVersion other = Models.large(new AssetId("P-102"), 1, 1_000_000);
        List<ModelRecord> records = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            records.add(ModelCodec.encode(one, FIRST).get(i));
            records.add(ModelCodec.encode(other, FIRST).get(i));
        }

        assertThat(all(records)).containsExactly(one, other);
    }

    @Test
    void refusesARecordThatIsNoChunk() {
        assertRefused(new byte[] {'{', '}', ' ', ' ', ' ', ' '}, RejectionReason.BROKEN_RECORD);
        assertRefused(null, RejectionReason.BROKEN_RECORD);
    }

    @Test
    void refusesAChunkThatIsCutShort() {
        byte[] chunk = ModelCodec.encode(Models.example(), FIRST).get(0).value();

        for (int length = 1; length < chunk.length; length++) {
            assertRefused(Arrays.copyOf(chunk, length), RejectionReason.BROKEN_RECORD);
        }
    }

    @Test
    void refusesAChunkOfANewerProgram() {
        byte[] chunk = ModelCodec.encode(Models.example(), FIRST).get(0).value();
        chunk[5] = 2;

        assertRefused(chunk, RejectionReason.UNKNOWN_VERSION);
    }

    @Test
    void refusesAChunkBeyondTheLast() {
        byte[] chunk = ModelCodec.encode(Models.example(), FIRST).get(0).value();
        chunk[8 + "P-101".length() + 16 + 1] = 1;

        assertRefused(chunk, RejectionReason.WRONG_VALUE);
    }

    @Test
    void refusesTheModelOfAnotherAsset() {
        byte[] chunk = ModelCodec.encode(Models.example(), FIRST).get(0).value();
        chunk[8 + "P-101".length() - 1] = '9';

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> assembler.add(chunk))
                .withMessage("Chunks for P-109 hold a model of P-101.");
    }

    private void assertRefused(byte @Nullable [] value, RejectionReason reason) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> assembler.add(value))
                .matches(e -> e.reason() == reason);
    }

    private List<ModelVersion> all(List<ModelRecord> records) throws WireException {
        List<ModelVersion> models = new ArrayList<>();
        for (ModelRecord record : records) {
            assembler.add(record.value()).ifPresent(models::add);
        }
        return models;
    }
}
