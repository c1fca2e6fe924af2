package dev.watchkeeper.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.model.ModelVersion;
import dev.watchkeeper.engine.model.Models;
import dev.watchkeeper.engine.model.deploy.ModelUpdate;
import dev.watchkeeper.engine.model.deploy.Role;
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

    /** Where the asset's name begins. */
    private static final int NAME = 4 + 2 + 1 + 2;

    private final ModelAssembler assembler = new ModelAssembler();

    @Test
    void readsTheBytesOfVersionOne() throws WireException {
        assertThat(assembler.add(Fixture.bytes("model-chunk.bin")))
                .map(ModelPublishing::update)
                .contains(champion(Models.example()));
    }

    @Test
    void aSmallModelIsOneRecordWithAssetAndRoleAsKey() throws WireException {
        List<ModelRecord> records = ModelCodec.encode(champion(Models.example()), FIRST);

        assertThat(records).singleElement().matches(record -> record.key().equals("P-101/champion"));
        assertThat(assembler.add(records.get(0).value()))
                .contains(new ModelPublishing(FIRST, champion(Models.example())));
    }

    @Test
    void aLargeModelIsCutIntoRecordsThatABrokerTakes() throws WireException {
        ModelVersion large = Models.large(PUMP, 1, 2_000_000);

        List<ModelRecord> records = ModelCodec.encode(champion(large), FIRST);

        assertThat(records)
                .extracting(ModelRecord::key)
                .containsExactly("P-101/champion", "P-101/champion/1", "P-101/champion/2");
        assertThat(records).allMatch(record -> record.value().length <= ModelCodec.LARGEST);
        assertThat(all(records)).containsExactly(large);
    }

    @Test
    void recordsMayComeInAnyOrderAndTwice() throws WireException {
        ModelVersion large = Models.large(PUMP, 1, 4_000_000);
        List<ModelRecord> records = new ArrayList<>(ModelCodec.encode(champion(large), FIRST));
        records.addAll(records.subList(0, 2));
        Collections.shuffle(records, new Random(3));

        assertThat(all(records)).containsExactly(large);
    }

    @Test
    void whatCompactionLeftOfALongerModelDoesNotDisturb() throws WireException {
        List<ModelRecord> longer = ModelCodec.encode(champion(Models.large(PUMP, 1, 2_000_000)), FIRST);
        ModelVersion shorter = Models.large(PUMP, 2, 1_000_000);
        List<ModelRecord> compacted = new ArrayList<>(longer.subList(2, 3));
        compacted.addAll(ModelCodec.encode(champion(shorter), SECOND));

        assertThat(all(compacted)).containsExactly(shorter);
    }

    @Test
    void theSameModelCanBePublishedAgain() throws WireException {
        ModelVersion old = Models.large(PUMP, 1, 1_000_000);
        ModelVersion newer = Models.large(PUMP, 2, 1_000_000);
        List<ModelRecord> records = new ArrayList<>(ModelCodec.encode(champion(old), FIRST));
        records.addAll(ModelCodec.encode(champion(newer), SECOND));
        records.addAll(ModelCodec.encode(champion(old), new UUID(3, 3)));

        assertThat(all(records)).containsExactly(old, newer, old);
    }

    @Test
    void modelsOfTwoAssetsMayBeInterleaved() throws WireException {
        ModelVersion one = Models.large(PUMP, 1, 1_000_000);
        ModelVersion other = Models.large(new AssetId("P-102"), 1, 1_000_000);
        List<ModelRecord> records = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            records.add(ModelCodec.encode(champion(one), FIRST).get(i));
            records.add(ModelCodec.encode(champion(other), FIRST).get(i));
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
        byte[] chunk =
                ModelCodec.encode(champion(Models.example()), FIRST).get(0).value();

        for (int length = 1; length < chunk.length; length++) {
            assertRefused(Arrays.copyOf(chunk, length), RejectionReason.BROKEN_RECORD);
        }
    }

    @Test
    void refusesAChunkOfANewerProgram() {
        byte[] chunk =
                ModelCodec.encode(champion(Models.example()), FIRST).get(0).value();
        chunk[5] = 3;

        assertRefused(chunk, RejectionReason.UNKNOWN_VERSION);
    }

    @Test
    void refusesAChunkBeyondTheLast() {
        byte[] chunk =
                ModelCodec.encode(champion(Models.example()), FIRST).get(0).value();
        chunk[NAME + "P-101".length() + 16 + 1] = 1;

        assertRefused(chunk, RejectionReason.WRONG_VALUE);
    }

    @Test
    void refusesTheModelOfAnotherAsset() {
        byte[] chunk =
                ModelCodec.encode(champion(Models.example()), FIRST).get(0).value();
        chunk[NAME + "P-101".length() - 1] = '9';

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> assembler.add(chunk))
                .withMessage("Chunks for P-109 hold a model of P-101.");
    }

    @Test
    void aWithdrawalReplacesTheFirstChunkAndEndsAModelThatIsNotComplete() throws WireException {
        List<ModelRecord> model = ModelCodec.encode(champion(Models.large(PUMP, 1, 2_000_000)), FIRST);
        ModelUpdate.Withdrawn withdrawn = new ModelUpdate.Withdrawn(PUMP, Role.CHAMPION);

        assembler.add(model.get(0).value());
        List<ModelRecord> records = ModelCodec.encode(withdrawn, SECOND);

        assertThat(records)
                .singleElement()
                .matches(record -> record.key().equals(model.get(0).key()));
        assertThat(assembler.add(records.get(0).value())).contains(new ModelPublishing(SECOND, withdrawn));
        assertThat(assembler.pending()).isEmpty();
    }

    @Test
    void chunksOfChampionAndChallengerDoNotMix() throws WireException {
        ModelVersion one = Models.large(PUMP, 1, 1_000_000);
        ModelVersion other = Models.large(PUMP, 2, 1_000_000);
        List<ModelRecord> champion = ModelCodec.encode(champion(one), FIRST);
        List<ModelRecord> challenger = ModelCodec.encode(new ModelUpdate.Deployed(Role.CHALLENGER, other), SECOND);

        assertThat(all(List.of(champion.get(0), challenger.get(0), champion.get(1), challenger.get(1))))
                .containsExactly(one, other);
        assertThat(challenger).extracting(ModelRecord::key).containsExactly("P-101/challenger", "P-101/challenger/1");
    }

    @Test
    void chunksOfTwoPublishingsAreNeverPutTogether() throws WireException {
        List<ModelRecord> first = ModelCodec.encode(champion(Models.large(PUMP, 1, 2_000_000)), FIRST);
        List<ModelRecord> second = ModelCodec.encode(champion(Models.large(PUMP, 2, 2_000_000)), SECOND);

        assertThat(all(List.of(first.get(0), second.get(1), first.get(2), second.get(0), first.get(1))))
                .isEmpty();
    }

    @Test
    void anotherAssemblerGoesOnFromWhatIsPending() throws WireException {
        ModelVersion model = Models.large(PUMP, 1, 2_000_000);
        List<ModelRecord> records = ModelCodec.encode(champion(model), FIRST);
        assembler.add(records.get(0).value());
        assembler.add(records.get(1).value());

        ModelAssembler other = new ModelAssembler();
        for (byte[] pending : assembler.pending()) {
            other.add(pending);
        }

        assertThat(other.add(records.get(2).value()))
                .map(ModelPublishing::update)
                .contains(champion(model));
        assertThat(other.pending()).isEmpty();
    }

    @Test
    void theAssetIsReadWithoutTheModel() throws WireException {
        ModelRecord record =
                ModelCodec.encode(champion(Models.example()), FIRST).get(0);

        assertThat(ModelCodec.asset(record.value())).isEqualTo(PUMP);
    }

    private static ModelUpdate champion(ModelVersion model) {
        return new ModelUpdate.Deployed(Role.CHAMPION, model);
    }

    private void assertRefused(byte @Nullable [] value, RejectionReason reason) {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> assembler.add(value))
                .matches(e -> e.reason() == reason);
    }

    private List<ModelVersion> all(List<ModelRecord> records) throws WireException {
        List<ModelVersion> models = new ArrayList<>();
        for (ModelRecord record : records) {
            assembler
                    .add(record.value())
                    .ifPresent(complete -> models.add(((ModelUpdate.Deployed) complete.update()).model()));
        }
        return models;
    }
}
