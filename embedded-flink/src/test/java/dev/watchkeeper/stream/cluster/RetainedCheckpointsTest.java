package dev.watchkeeper.stream.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetainedCheckpointsTest {
    @TempDir
    private Path directory;

    @Test
    void theNewestCompleteCheckpointComesFirstAndUnfinishedOnesNotAtAll() throws IOException {
        Path nine = complete("chk-9");
        Path ten = complete("chk-10");
        Files.createDirectories(directory.resolve("chk-11"));
        Files.createDirectories(directory.resolve("shared"));

        assertThat(RetainedCheckpoints.newestFirst(directory)).containsExactly(ten, nine);
    }

    @Test
    void aJobThatNeverRanHasNone() {
        assertThat(RetainedCheckpoints.newestFirst(directory.resolve("none"))).isEmpty();
    }

    private Path complete(String name) throws IOException {
        Path checkpoint = Files.createDirectories(directory.resolve(name));
        Files.writeString(checkpoint.resolve("_metadata"), "");
        return checkpoint;
    }
}
