package dev.watchkeeper.engine.knowledge.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watchkeeper.engine.knowledge.KnowledgeStatus;
import dev.watchkeeper.engine.knowledge.Passage;
import dev.watchkeeper.engine.knowledge.document.DocumentSource;
import dev.watchkeeper.engine.knowledge.document.Documents;
import dev.watchkeeper.engine.knowledge.document.PdfFile;
import dev.watchkeeper.engine.knowledge.document.WordFile;
import dev.watchkeeper.engine.knowledge.find.Finder;
import dev.watchkeeper.engine.knowledge.index.PassageIndex;
import dev.watchkeeper.engine.store.Store;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is hard to read, all of it at once, from the folder to what is found. */
class HardFolderTest {
    private static final long GIGABYTE = 1L << 30;
    private static final int MOST_PASSAGES = 600;

    @TempDir
    private Path directory;

    @Test
    void aLongPdfADamagedDocxAndAnEndlessTextAreReadAsFarAsTheyGoAndTheRestIsListed() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("documents")).toRealPath();
        Files.createDirectories(folder.resolve("empty"));
        try (PdfFile pdf = new PdfFile()) {
            for (int page = 1; page <= 500; page++) {
                pdf.page(
                        "Section " + page,
                        "The pump of page number" + page + " is greased.",
                        "It is looked after by day.");
            }
            pdf.write(folder.resolve("long.pdf"));
        }
        Path whole = new WordFile().paragraph("Whole.").write(directory.resolve("whole.docx"));
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.docx"), Arrays.copyOf(bytes, bytes.length / 2));
        Gigabyte gigabyte = new Gigabyte();
        WordVectors vectors = new WordVectors();

        try (Store store = Store.open(directory.resolve("store"));
                PassageIndex index = PassageIndex.open(directory.resolve("index"));
                Library library = new Library(
                        index,
                        vectors,
                        store.settings(),
                        List.of(gigabyte),
                        new Documents(MOST_PASSAGES),
                        Runnable::run)) {
            library.add(folder);

            KnowledgeStatus status = library.status();
            assertThat(status.state()).isEqualTo(KnowledgeStatus.State.UP_TO_DATE);
            assertThat(status.problems())
                    .extracting(KnowledgeStatus.Problem::name)
                    .containsExactlyInAnyOrder("cut.docx", "log");
            assertThat(status.problems())
                    .extracting(KnowledgeStatus.Problem::reason)
                    .anyMatch(reason -> reason.contains("damaged"))
                    .anyMatch(reason -> reason.contains("only its first 600 passages"));
            Passage found = new Finder(index, vectors)
                    .find("pump number499", 1)
                    .passages()
                    .get(0);
            assertThat(found.place().page()).isEqualTo(499);
            assertThat(found.text()).contains("number499");
            assertThat(gigabyte.mostHeld.get()).isLessThan(GIGABYTE / 4);
        }
    }

    /** A text of a gigabyte that lies nowhere. Notes how much more memory is held than at its first byte. */
    private static final class Gigabyte implements DocumentSource {
        private static final byte[] LINE = "All pumps were looked at and nothing was found in any of them today.\n\n"
                .getBytes(StandardCharsets.UTF_8);
        private static final long LOOK_EVERY = 1L << 28;

        private final AtomicLong mostHeld = new AtomicLong();
        private final long before = held();

        @Override
        public String uri() {
            return "test:log";
        }

        @Override
        public String name() {
            return "log.txt";
        }

        @Override
        public long size() {
            return GIGABYTE;
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] bytes, int from, int most) {
                    if (at >= GIGABYTE) {
                        return -1;
                    }
                    int offset = (int) (at % LINE.length);
                    int length = (int) Math.min(Math.min(most, LINE.length - offset), GIGABYTE - at);
                    System.arraycopy(LINE, offset, bytes, from, length);
                    if (at / LOOK_EVERY != (at + length) / LOOK_EVERY) {
                        mostHeld.accumulateAndGet(held() - before, Math::max);
                    }
                    at += length;
                    return length;
                }
            };
        }

        /** What is in use after a collection. */
        private static long held() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
