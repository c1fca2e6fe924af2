package dev.watchkeeper.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watchkeeper.engine.signal.AssetId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {
    private static final AssetId PUMP = new AssetId("P-101");

    @TempDir
    Path directory;

    @Test
    void loadsWhatWasSaved() throws IOException {
        ModelFiles files = new ModelFiles(directory.resolve("models"));

        files.save(Models.example());

        assertThat(new ModelFiles(directory.resolve("models")).load(PUMP, 7)).isEqualTo(Models.example());
    }

    @Test
    void listsVersionsByNumber() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        for (int number : new int[] {10, 2, 1}) {
            files.save(Models.large(PUMP, number, 10));
        }
        files.save(Models.large(new AssetId("P-102"), 4, 10));

        assertThat(files.versions(PUMP)).containsExactly(1, 2, 10);
        assertThat(files.nextNumber(PUMP)).isEqualTo(11);
        assertThat(files.nextNumber(new AssetId("E-201"))).isEqualTo(1);
    }

    @Test
    void aVersionIsNeverWrittenOver() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        files.save(Models.large(PUMP, 1, 10));

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> files.save(Models.large(PUMP, 1, 20)));

        assertThat(files.load(PUMP, 1)).isEqualTo(Models.large(PUMP, 1, 10));
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsNoVersion() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        Path first = files.save(Models.large(PUMP, 1, 10));
        Files.write(first.resolveSibling("v2.wkmodel.part"), new byte[100_000]);

        assertThat(files.versions(PUMP)).containsExactly(1);

        files.save(Models.large(PUMP, 2, 20));
        assertThat(files.load(PUMP, 2)).isEqualTo(Models.large(PUMP, 2, 20));
    }

    @Test
    void namesThatDifferInCaseOrInStrangeCharactersDoNotMeet() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        String[] names = {"p-101", "P-101", "P 101", "..", ".", "Ünit: *?\\", "x".repeat(128)};

        for (String name : names) {
            files.save(Models.large(new AssetId(name), 1, name.length() + 1));
        }

        for (String name : names) {
            assertThat(files.load(new AssetId(name), 1))
                    .isEqualTo(Models.large(new AssetId(name), 1, name.length() + 1));
        }
        assertThat(directory).isDirectoryNotContaining(path -> !Files.isDirectory(path));
    }

    @Test
    void namesTheFileThatIsDamaged() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        Path file = files.save(Models.example());
        byte[] bytes = Files.readAllBytes(file);
        bytes[100]++;
        Files.write(file, bytes);

        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> files.load(PUMP, 7))
                .withMessage(file + ": The model is damaged: its checksum is wrong.");
    }

    @Test
    void refusesAFileThatHoldsAnotherModel() throws IOException {
        ModelFiles files = new ModelFiles(directory);
        Path file = files.save(Models.large(PUMP, 1, 10));
        Files.copy(file, file.resolveSibling("v2.wkmodel"));

        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> files.load(PUMP, 2))
                .withMessageEndingWith("v2.wkmodel holds version 1 of P-101.");
    }

    @Test
    void saysThatThereIsNoSuchVersion() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> new ModelFiles(directory).load(PUMP, 1));
    }
}
