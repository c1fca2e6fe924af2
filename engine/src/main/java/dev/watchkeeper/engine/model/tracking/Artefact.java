package dev.watchkeeper.engine.model.tracking;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of a run. */
public sealed interface Artefact {
    /** The folder of a run's files that is its model: what a registered version consists of. */
    String MODEL_FOLDER = "model";

    /** Where it stands among the run's files, with slashes between folders, such as {@code model/v3.wkmodel}. */
    String path();

    static Artefact text(String path, String text) {
        return new Inline(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A small file that is kept with the run.
     *
     * @param bytes at most {@value #LARGEST}; copied in and out
     */
    @SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by its content
    record Inline(String path, byte[] bytes) implements Artefact {
        /** The most bytes. */
        public static final int LARGEST = 4 * 1024 * 1024;

        /** @throws IllegalArgumentException when the path is not allowed or there are too many bytes */
        public Inline {
            TrackedNames.check("artefact", path);
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException("artefact " + path + " has " + bytes.length + " bytes, at most "
                        + LARGEST + " are kept; give its file");
            }
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Inline inline && path.equals(inline.path) && Arrays.equals(bytes, inline.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * path.hashCode() + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return path + ", " + bytes.length + " bytes";
        }
    }

    /**
     * A file of which only the place is kept. It must stay there and never change, as the files of
     * {@link dev.watchkeeper.engine.model.ModelFiles} do: it may be read long after.
     *
     * @param file absolute
     */
    record InFile(String path, Path file) implements Artefact {
        /** @throws IllegalArgumentException when the path is not allowed */
        public InFile {
            TrackedNames.check("artefact", path);
            file = file.toAbsolutePath().normalize();
        }
    }
}
