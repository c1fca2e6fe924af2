package dev.watchkeeper.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretStoreTest extends SecretStoreContract {
    private static final SecretName NAME = new SecretName("channel.mail");

    @TempDir
    private Path directory;

    @Override
    protected SecretStore store() {
        return new FileSecretStore(directory, SecretSeal.withKeyFile(directory, new SecureRandom()));
    }

    @Test
    void nothingInTheDirectoryShowsSecretOrName() throws IOException {
        store().put(NAME, Secret.of("p4ss-that-nobody-reads"));

        for (Path file : files()) {
            String read = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(read).doesNotContain("p4ss-that-nobody-reads", NAME.value());
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        store().put(NAME, Secret.of("p"));

        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        store().put(NAME, Secret.of("p"));
        Files.setPosixFilePermissions(directory.resolve("secrets.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatExceptionOfType(SecretException.class).isThrownBy(this::store).withMessageContaining("chmod 600");
    }

    @Test
    void theSameSecretsAreSealedDifferentlyEachTime() throws IOException {
        SecretStore store = store();
        store.put(NAME, Secret.of("one"));
        byte[] first = Files.readAllBytes(directory.resolve("secrets.sealed"));
        store.put(NAME, Secret.of("two"));
        store.put(NAME, Secret.of("one"));

        assertThat(Files.readAllBytes(directory.resolve("secrets.sealed")))
                .hasSameSizeAs(first)
                .isNotEqualTo(first);
    }

    @Test
    void aChangedFileIsNotBelieved() throws IOException {
        store().put(NAME, Secret.of("one"));
        Path file = directory.resolve("secrets.sealed");
        byte[] sealed = Files.readAllBytes(file);
        for (int at : new int[] {0, 9, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            Files.write(file, changed);

            assertThatExceptionOfType(SecretException.class).isThrownBy(this::store);
        }
        Files.write(file, sealed);
        assertThat(store().find(NAME)).contains(Secret.of("one"));
    }

    @Test
    void aPassphraseOpensWhatItSealedAndAnotherDoesNot() {
        new FileSecretStore(directory, passphrase("open sesame")).put(NAME, Secret.of("one"));

        assertThat(new FileSecretStore(directory, passphrase("open sesame")).find(NAME))
                .contains(Secret.of("one"));
        assertThatExceptionOfType(SecretException.class)
                .isThrownBy(() -> new FileSecretStore(directory, passphrase("close sesame")))
                .withMessageContaining("another key or passphrase");
    }

    @Test
    void aWriteThatWasCutOffLeavesWhatWasThere() throws IOException {
        store().put(NAME, Secret.of("one"));
        Files.write(directory.resolve("secrets.sealed.new"), new byte[] {1, 2, 3});

        SecretStore store = store();
        assertThat(store.find(NAME)).contains(Secret.of("one"));
        store.put(NAME, Secret.of("two"));
        assertThat(store().find(NAME)).contains(Secret.of("two"));
    }

    @Test
    void aSecretShowsItselfNeitherAsTextNorAsJson() throws IOException {
        Secret secret = Secret.of("p4ss");

        assertThat(secret).hasToString("••••••");
        assertThat(new ObjectMapper().writeValueAsString(List.of(secret))).isEqualTo("[\"\"]");
        assertThat(new ObjectMapper().readValue("\"p4ss\"", Secret.class)).isEqualTo(Secret.NONE);
    }

    private SecretSeal passphrase(String text) {
        return SecretSeal.withPassphrase(directory, Secret.of(text), new SecureRandom());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
