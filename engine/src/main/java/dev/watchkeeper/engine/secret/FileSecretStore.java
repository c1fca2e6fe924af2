package dev.watchkeeper.engine.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps secrets in one file, all of it encrypted as {@link SecretSeal} says, so that not even names or lengths can be read.
 * A change writes a new file and puts it in place of the old one in one move: a kill leaves the one or the other.
 * Thread-safe within one process.
 */
public final class FileSecretStore implements SecretStore {
    static final String FILE = "secrets.sealed";

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final SecretSeal seal;

    /**
     * Keeps secrets in a directory, which is made where it is not there.
     *
     * @throws SecretException when the directory cannot be used, or what is in it was sealed with another key
     */
    public FileSecretStore(Path directory, SecretSeal seal) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new SecretException("cannot make the directory " + directory + " for secrets: " + e.getMessage(), e);
        }
        this.file = directory.resolve(FILE);
        this.seal = seal;
        read();
    }

    @Override
    public synchronized Optional<Secret> find(SecretName name) {
        return Optional.ofNullable(read().get(name.value())).map(Secret::of);
    }

    @Override
    public synchronized void put(SecretName name, Secret secret) {
        Map<String, String> all = read();
        String before = secret.isEmpty() ? all.remove(name.value()) : all.put(name.value(), secret.reveal());
        if (!secret.reveal().equals(before == null ? "" : before)) {
            write(all);
        }
    }

    @Override
    public void remove(SecretName name) {
        put(name, Secret.NONE);
    }

    @Override
    public String where() {
        return "encrypted in " + file;
    }

    private Map<String, String> read() {
        try {
            if (!Files.exists(file)) {
                return new TreeMap<>();
            }
            byte[] opened = seal.open(Files.readAllBytes(file));
            return json.readValue(opened, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            // Its message would quote what was read.
            throw new SecretException(
                    "what is sealed in " + file + " is damaged; move it aside and enter them again", null);
        } catch (IOException e) {
            throw new SecretException("cannot read the secrets in " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(Map<String, String> all) {
        try {
            OwnerOnly.replace(file, seal.close(json.writeValueAsBytes(all)));
        } catch (IOException e) {
            throw new SecretException("cannot write the secrets to " + file + ": " + e.getMessage(), e);
        }
    }
}
