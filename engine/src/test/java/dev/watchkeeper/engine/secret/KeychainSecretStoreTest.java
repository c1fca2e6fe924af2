package dev.watchkeeper.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeychainSecretStoreTest extends SecretStoreContract {
    @TempDir
    private Path directory;

    private final MemoryKeychain keychain = new MemoryKeychain();

    @Override
    protected SecretStore store() {
        return new KeychainSecretStore(keychain, "one/");
    }

    @Test
    void twoDataDirectoriesDoNotSeeEachOther() {
        SecretStore one = open(directory.resolve("one"));
        SecretStore two = open(directory.resolve("two"));

        one.put(new SecretName("key"), Secret.of("1"));

        assertThat(two.find(new SecretName("key"))).isEmpty();
        assertThat(one.where()).isEqualTo("in the keychain of a test");
    }

    @Test
    void secretsThatLieInAFileStayThere() {
        SecretStore file = SecretStores.open(directory, Secret.NONE, Optional::empty, new SecureRandom());
        file.put(new SecretName("key"), Secret.of("1"));

        SecretStore again = open(directory);

        assertThat(again.find(new SecretName("key"))).contains(Secret.of("1"));
        assertThat(again.where()).startsWith("encrypted in");
    }

    @Test
    void aKeyIsMadeOnce() {
        Secret key = SecretStores.keyOf(store(), new SecretName("codes"), new SecureRandom());

        assertThat(key.reveal()).hasSize(64);
        assertThat(SecretStores.keyOf(store(), new SecretName("codes"), new SecureRandom()))
                .isEqualTo(key);
    }

    private SecretStore open(Path data) {
        return SecretStores.open(data, Secret.NONE, () -> Optional.of(keychain), new SecureRandom());
    }

    /** A keychain that lasts as long as the test. */
    private static final class MemoryKeychain implements Keychain {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> get(String account) {
            return Optional.ofNullable(kept.get(account));
        }

        @Override
        public void set(String account, String secret) {
            kept.put(account, secret);
        }

        @Override
        public void delete(String account) {
            kept.remove(account);
        }

        @Override
        public String name() {
            return "the keychain of a test";
        }

        @Override
        public void close() {
            kept.clear();
        }
    }
}
