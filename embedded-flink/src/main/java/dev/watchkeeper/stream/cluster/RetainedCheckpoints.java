package dev.watchkeeper.stream.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a job left on disk: folders {@code chk-N}, of which only those with their metadata are complete. */
final class RetainedCheckpoints {
    private static final String PREFIX = "chk-";

    private RetainedCheckpoints() {}

    static List<Path> newestFirst(Path jobDirectory) {
        if (!Files.isDirectory(jobDirectory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(jobDirectory)) {
            return children.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> Files.isRegularFile(path.resolve("_metadata")))
                    .sorted(Comparator.comparingLong(RetainedCheckpoints::number)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for checkpoints in " + jobDirectory, e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }
}
