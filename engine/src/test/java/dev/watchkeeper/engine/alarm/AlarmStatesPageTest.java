package dev.watchkeeper.engine.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AlarmStatesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "alarm-states.md");
    /** Set to true to write the page anew. */
    private static final String WRITE = "watchkeeper.docs.write";

    @Test
    void thePageInTheDocumentationSaysWhatTheEngineDoes() throws IOException {
        String now = AlarmStatesPage.text();

        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, now);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/alarm-states.md is out of date; run this test with -D" + WRITE + "=true")
                .isEqualTo(now);
    }
}
