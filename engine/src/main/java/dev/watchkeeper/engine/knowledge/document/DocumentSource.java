package dev.watchkeeper.engine.knowledge.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of a document come from. */
public interface DocumentSource {
    /** The address that names the document. */
    String uri();

    /** Its file name; the ending says the format. */
    String name();

    /** How many bytes it has. */
    long size() throws IOException;

    /** The file that it is; empty where it is none. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** Reads it from the beginning; the caller closes. */
    InputStream open() throws IOException;

    /** A file. */
    static DocumentSource of(Path file) {
        return new DocumentSource() {
            @Override
            public String uri() {
                return file.toUri().toString();
            }

            @Override
            public String name() {
                return String.valueOf(file.getFileName());
            }

            @Override
            public Optional<Path> file() {
                return Optional.of(file);
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }

    /** Bytes that are there already, such as those that ship with the product. */
    static DocumentSource of(String uri, String name, byte[] content) {
        byte[] bytes = content.clone();
        return new DocumentSource() {
            @Override
            public String uri() {
                return uri;
            }

            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
