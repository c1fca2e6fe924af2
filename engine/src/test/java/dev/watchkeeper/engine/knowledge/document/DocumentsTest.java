package dev.watchkeeper.engine.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    private Path folder;

    private final Documents documents = new Documents();

    @Test
    void pdfIsCutAtItsHeadingsAndKnowsItsPages() throws Exception {
        Path file;
        try (PdfFile pdf = new PdfFile()) {
            for (int page = 1; page <= 4; page++) {
                pdf.page(
                        "Chapter " + "ABCD".charAt(page - 1),
                        "The valve of this chapter is num-",
                        "bered " + page + "00.");
            }
            file = pdf.write(folder.resolve("manual.pdf"));
        }

        List<TextPassage> passages = read(file).passages();

        assertThat(passages)
                .extracting(TextPassage::headings)
                .containsExactly(
                        List.of("Chapter A"), List.of("Chapter B"), List.of("Chapter C"), List.of("Chapter D"));
        assertThat(passages).extracting(TextPassage::page).containsExactly(1, 2, 3, 4);
        assertThat(passages.get(1).text()).isEqualTo("The valve of this chapter is numbered 200.");
    }

    @Test
    void pdfOfFiveHundredPagesIsReadToItsLastPage() throws Exception {
        Path file;
        try (PdfFile pdf = new PdfFile()) {
            for (int page = 1; page <= 500; page++) {
                pdf.page("Section " + page, "Pump number " + page + " lifts water.", "It is looked after by day.");
            }
            file = pdf.write(folder.resolve("long.pdf"));
        }

        List<TextPassage> passages = read(file).passages();

        assertThat(passages).hasSize(500);
        assertThat(passages.get(499).page()).isEqualTo(500);
        assertThat(passages.get(499).text()).startsWith("Pump number 500");
    }

    @Test
    void protectedPdfIsToldAsSuch() throws Exception {
        Path file;
        try (PdfFile pdf = new PdfFile()) {
            file = pdf.page("Secret", "Nobody reads this.").protect("word").write(folder.resolve("secret.pdf"));
        }

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("protected by a password");
    }

    @Test
    void docxIsCutAtItsHeadingsAndKeepsItsTables() throws Exception {
        Path file = new WordFile()
                .heading("Start-up")
                .paragraph("Open the suction valve first.")
                .heading("Limits")
                .row("Vibration", "7.1 mm/s")
                .write(folder.resolve("pump.docx"));

        List<TextPassage> passages = read(file).passages();

        assertThat(passages)
                .containsExactly(
                        new TextPassage(List.of("Start-up"), 0, "Open the suction valve first."),
                        new TextPassage(List.of("Limits"), 0, "Vibration | 7.1 mm/s"));
    }

    @Test
    void damagedDocxIsToldAsSuch() throws Exception {
        Path whole = new WordFile().heading("A").paragraph("Some text.").write(folder.resolve("whole.docx"));
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.docx"), Arrays.copyOf(bytes, bytes.length / 2));
        Path none = Files.writeString(folder.resolve("none.docx"), "This is no archive at all.");

        assertThatThrownBy(() -> read(half))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> read(none))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void docxFetchesNothingThatItNames() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
        Path file = new WordFile()
                .before("<!DOCTYPE x [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>")
                .paragraph("before &leak; after")
                .write(folder.resolve("leak.docx"));

        assertThat(textOrReason(file)).doesNotContain("TOP-SECRET");
    }

    @Test
    void docxThatUnpacksWithoutEndIsGivenUp() throws Exception {
        Path file = WordFile.bomb(folder.resolve("bomb.docx"), 300);

        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableDocument.class);
    }

    @Test
    void htmlIsCutAtItsHeadingsWithoutMenusAndScripts() throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), """
                <html><head><title>Cooling</title></head><body><nav>Home</nav><h1>Cooling</h1><p>Water cools.</p>
                <script>alert('no')</script><h2>Flush</h2><ul><li>Close the inlet.</li><li>Open it.</li></ul>
                <table><tr><th>Flow</th><td>12 m³/h</td></tr></table><pre>a
                  b</pre></body></html>
                """);

        DocumentContent content = read(file);

        assertThat(content.title()).isEqualTo("Cooling");
        assertThat(content.passages())
                .containsExactly(
                        new TextPassage(List.of("Cooling"), 0, "Water cools."),
                        new TextPassage(
                                List.of("Cooling", "Flush"),
                                0,
                                "- Close the inlet.\n- Open it.\nFlow | 12 m³/h\na\n  b"));
    }

    @Test
    void markdownKeepsListsTablesAndCodeReadable() throws Exception {
        Path file = Files.writeString(folder.resolve("run.md"), """
                ---
                title: "Restart"
                ---
                # Restart

                Call `start` first.

                1. Open
                2. Close

                | a | b |
                | - | - |
                | 1 | 2 |

                ```
                x = 1
                  y = 2
                ```
                """);

        DocumentContent content = read(file);

        assertThat(content.title()).isEqualTo("Restart");
        assertThat(content.passages())
                .containsExactly(new TextPassage(
                        List.of("Restart"), 0, "Call start first.\n1. Open\n2. Close\na | b\n1 | 2\nx = 1\n  y = 2"));
    }

    @Test
    void textIsCutAtUnderlinedNumberedAndCapitalHeadings() throws Exception {
        Path file = Files.write(
                folder.resolve("notes.txt"),
                "Pumps\n=====\n\nThey lift.\n\n1.2 Seals and packing\n\nThey drip.\n\nSAFETY FIRST\n\nM\u00fctze tragen.\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        List<TextPassage> passages = read(file).passages();

        assertThat(passages)
                .containsExactly(
                        new TextPassage(List.of("Pumps"), 0, "They lift."),
                        new TextPassage(List.of("Pumps", "1.2 Seals and packing"), 0, "They drip."),
                        new TextPassage(List.of("SAFETY FIRST"), 0, "M\u00fctze tragen."));
    }

    @Test
    void longSectionsAreCutAtSentencesIntoPassagesOfAtMostTwoHundredWords() throws Exception {
        Path file = Files.writeString(
                folder.resolve("long.md"), "# Long\n\n" + "Here are six words and more. ".repeat(100));

        List<TextPassage> passages = read(file).passages();

        assertThat(passages).hasSizeGreaterThan(2).allSatisfy(passage -> {
            assertThat(passage.text().split(" ", -1)).hasSizeLessThanOrEqualTo(Splitter.MOST_WORDS);
            assertThat(passage.text()).startsWith("Here").endsWith("more.");
            assertThat(passage.headings()).containsExactly("Long");
        });
    }

    @Test
    void textOfAGigabyteIsReadAsFarAsItIsTakenAndNoFurther() throws Exception {
        AtomicLong read = new AtomicLong();
        byte[] line = "All pumps were looked at and nothing was found in any of them today.\n\n"
                .getBytes(StandardCharsets.UTF_8);
        DocumentSource endless = new DocumentSource() {
            @Override
            public String uri() {
                return "test:endless";
            }

            @Override
            public String name() {
                return "endless.txt";
            }

            @Override
            public long size() {
                return 1L << 30;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() {
                        return line[(int) (read.getAndIncrement() % line.length)];
                    }

                    @Override
                    public int read(byte[] bytes, int from, int most) {
                        for (int i = 0; i < most; i++) {
                            bytes[from + i] = (byte) read();
                        }
                        return most;
                    }
                };
            }
        };

        DocumentContent content = new Documents(50).read(endless, () -> false);

        assertThat(content.passages()).hasSize(50);
        assertThat(content.note()).contains("only its first 50 passages");
        assertThat(read.get()).isLessThan(1 << 20);
    }

    @Test
    void aLineWithoutEndNeedsNoMemoryWithoutEnd() throws Exception {
        Path file = Files.writeString(folder.resolve("line.txt"), "word ".repeat(400_000));

        List<TextPassage> passages =
                new Documents(20).read(DocumentSource.of(file), () -> false).passages();

        assertThat(passages).hasSize(20);
    }

    @Test
    void whatIsNoTextIsToldAsSuch() throws Exception {
        Path file = Files.write(folder.resolve("image.txt"), new byte[] {1, 0, 2, 0, 3});
        Path empty = Files.writeString(folder.resolve("empty.md"), "");
        Path old = Files.writeString(folder.resolve("old.doc"), "x");

        assertThatThrownBy(() -> read(file)).hasMessage("It is called a text but is none.");
        assertThatThrownBy(() -> read(empty)).hasMessage("There is no text in it.");
        assertThatThrownBy(() -> read(old)).hasMessageContaining("Save it as DOCX or PDF");
    }

    private String textOrReason(Path file) throws IOException {
        try {
            return read(file).passages().toString();
        } catch (UnreadableDocument e) {
            return e.sentence();
        }
    }

    private DocumentContent read(Path file) throws UnreadableDocument {
        return documents.read(DocumentSource.of(file), () -> false);
    }
}
