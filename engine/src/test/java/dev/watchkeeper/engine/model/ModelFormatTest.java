package dev.watchkeeper.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelFormatTest {
    @Test
    void readsTheBytesOfVersionOne() throws IOException {
        byte[] kept;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("model-v1.wkmodel"))) {
            kept = in.readAllBytes();
        }

        assertThat(ModelFormat.decode(kept)).isEqualTo(Models.example());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(ModelFormat.decode(ModelFormat.encode(Models.example()))).isEqualTo(Models.example());
    }

    @Test
    void keepsWhatDriftIsMeasuredAgainst() throws IOException {
        ModelVersion plain = Models.example();
        ReferencePart reference =
                new ReferencePart(plain.parts().get(0).subject(), plain.trainedOn(), new byte[] {1, 2, 3});
        ModelVersion model = new ModelVersion(
                plain.asset(),
                plain.number(),
                plain.trainedAt(),
                plain.split(),
                plain.sensitivity(),
                plain.parts(),
                plain.scalers(),
                plain.grades(),
                plain.leakage(),
                List.of(reference));

        ModelVersion read = ModelFormat.decode(ModelFormat.encode(model));

        assertThat(read).isEqualTo(model);
        assertThat(read.references()).containsExactly(reference);
    }

    @Test
    void tellsOfBytesThatAreNoModel() {
        assertRefused(
                "{\"v\":1}".getBytes(StandardCharsets.UTF_8),
                UnreadableModelException.Reason.FOREIGN,
                "This is not a model: it does not begin as models do.");
        assertRefused(
                new byte[0],
                UnreadableModelException.Reason.FOREIGN,
                "This is not a model: it does not begin as models do.");
    }

    @Test
    void tellsOfAModelOfANewerProgram() {
        byte[] newer = ModelFormat.encode(Models.example());
        newer[5] = 2;

        assertRefused(
                newer,
                UnreadableModelException.Reason.NEWER,
                "The model is of format 2, this program reads format 1; a newer one is needed.");
    }

    @Test
    void noByteCanBeChangedUnseen() {
        byte[] bytes = ModelFormat.encode(Models.example());

        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x40;
            assertThatExceptionOfType(UnreadableModelException.class)
                    .as("byte %d", i)
                    .isThrownBy(() -> ModelFormat.decode(damaged));
        }
    }

    @Test
    void noBytesCanBeCutOffOrAddedUnseen() {
        byte[] bytes = ModelFormat.encode(Models.example());

        for (int length = 0; length <= bytes.length + 1; length++) {
            if (length != bytes.length) {
                byte[] other = Arrays.copyOf(bytes, length);
                assertThatExceptionOfType(UnreadableModelException.class)
                        .as("%d bytes", length)
                        .isThrownBy(() -> ModelFormat.decode(other));
            }
        }
    }

    @Test
    void doesNotUnpackMoreThanIsAllowed() {
        byte[] bytes = ModelFormat.encode(Models.example());
        ByteBuffer.wrap(bytes).putInt(6, Integer.MAX_VALUE);

        assertRefused(
                bytes,
                UnreadableModelException.Reason.TOO_LARGE,
                "The model has 2147483647 bytes, at most 134217728 are read.");
    }

    @Test
    void aWrongChecksumIsDamage() {
        byte[] bytes = ModelFormat.encode(Models.example());
        bytes[bytes.length - 1]++;

        assertRefused(bytes, UnreadableModelException.Reason.DAMAGED, "The model is damaged: its checksum is wrong.");
    }

    private static void assertRefused(byte[] bytes, UnreadableModelException.Reason reason, String sentence) {
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> ModelFormat.decode(bytes))
                .withMessage(sentence)
                .matches(e -> e.reason() == reason);
    }
}
