package dev.watchkeeper.engine.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every store of secrets does. */
abstract class SecretStoreContract {
    private static final SecretName NAME = new SecretName("channel.mail");

    /** The store, opened anew on the same place each time. */
    protected abstract SecretStore store();

    @Test
    void whatIsKeptIsFoundAfterOpeningAnew() {
        store().put(NAME, Secret.of("pässword\n\"1\""));

        assertThat(store().find(NAME)).contains(Secret.of("pässword\n\"1\""));
        assertThat(store().find(new SecretName("channel.other"))).isEmpty();
    }

    @Test
    void aSecretIsReplacedAndTakenAway() {
        SecretStore store = store();
        store.put(NAME, Secret.of("one"));
        store.put(NAME, Secret.of("two"));
        assertThat(store.find(NAME)).contains(Secret.of("two"));

        store.remove(NAME);
        store.remove(NAME);

        assertThat(store.find(NAME)).isEmpty();
    }

    @Test
    void noSecretTakesTheNameAway() {
        SecretStore store = store();
        store.put(NAME, Secret.of("one"));

        store.put(NAME, Secret.NONE);

        assertThat(store.find(NAME)).isEmpty();
    }
}
