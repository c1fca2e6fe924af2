package dev.watchkeeper.engine.knowledge.library;

import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The documents that ship with the product. */
public final class ShippedDocuments {
    /** What their addresses begin with. */
    public static final String SCHEME = "watchkeeper:";

    private static final String DIRECTORY = "/dev/watchkeeper/assets/knowledge/";
    private static final String CONTENTS = "contents.txt";

    private ShippedDocuments() {}

    /** All of them, in the order of the table of contents. */
    public static List<DocumentSource> all() {
        return new String(content(CONTENTS), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> DocumentSource.of(SCHEME + name, name.substring(name.lastIndexOf('/') + 1), content(name)))
                .toList();
    }

    private static byte[] content(String name) {
        try (InputStream stream = ShippedDocuments.class.getResourceAsStream(DIRECTORY + name)) {
            if (stream == null) {
                throw new IllegalStateException("shipped document " + name + " is not on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("shipped document " + name + " cannot be read", e);
        }
    }
}
