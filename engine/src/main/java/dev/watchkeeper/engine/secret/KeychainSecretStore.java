package dev.watchkeeper.engine.secret;

import java.util.Optional;

/** Keeps secrets in a keychain, under a prefix that keeps the data directories of one user apart. Thread-safe. */
public final class KeychainSecretStore implements SecretStore {
    private final Keychain keychain;
    private final String prefix;

    public KeychainSecretStore(Keychain keychain, String prefix) {
        this.keychain = keychain;
        this.prefix = prefix;
    }

    @Override
    public synchronized Optional<Secret> find(SecretName name) {
        return keychain.get(prefix + name).map(Secret::of);
    }

    @Override
    public synchronized void put(SecretName name, Secret secret) {
        if (secret.isEmpty()) {
            keychain.delete(prefix + name);
        } else {
            keychain.set(prefix + name, secret.reveal());
        }
    }

    @Override
    public void remove(SecretName name) {
        put(name, Secret.NONE);
    }

    @Override
    public String where() {
        return "in " + keychain.name();
    }
}
