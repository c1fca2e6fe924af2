package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Reads documents of every format that is known. Thread-safe. */
public final class Documents {
    /** About a million words, or 2,500 printed pages; what is behind them is left out, and that is said. */
    public static final int MOST_PASSAGES = 5_000;

    private static final Map<String, FormatReader> READERS = Map.of(
            "pdf", new PdfReader(),
            "docx", new DocxReader(),
            "html", new HtmlReader(),
            "htm", new HtmlReader(),
            "xhtml", new HtmlReader(),
            "md", new MarkdownReader(),
            "markdown", new MarkdownReader(),
            "txt", new TextReader(),
            "text", new TextReader());

    /** Formats of text that are not read, which the operator should hear about. */
    private static final Map<String, String> OTHERS = Map.of(
            "doc", "The old Word format is not read. Save it as DOCX or PDF.",
            "odt", "The OpenDocument format is not read. Save it as DOCX or PDF.",
            "rtf", "The RTF format is not read. Save it as DOCX or PDF.");

    private final int mostPassages;

    public Documents() {
        this(MOST_PASSAGES);
    }

    /** @param mostPassages how many are taken of one document */
    public Documents(int mostPassages) {
        this.mostPassages = mostPassages;
    }

    /** Whether a file is a document by the ending of its name, readable or not. */
    public static boolean isDocument(String name) {
        return READERS.containsKey(ending(name)) || OTHERS.containsKey(ending(name));
    }

    /**
     * Reads a document. What is asked for by its content, such as other files, is never fetched.
     *
     * @param cancelled asked again and again; once true, what was read so far comes back
     * @throws UnreadableDocument when it is damaged, protected, too large or empty
     */
    public DocumentContent read(DocumentSource source, BooleanSupplier cancelled) throws UnreadableDocument {
        FormatReader reader = READERS.get(ending(source.name()));
        if (reader == null) {
            throw new UnreadableDocument(
                    OTHERS.getOrDefault(ending(source.name()), "This is not a format that is read."));
        }
        Splitter splitter = new Splitter(mostPassages, cancelled);
        try {
            if (source.size() > reader.largest()) {
                throw new UnreadableDocument(String.format(
                        Locale.ROOT,
                        "It has %d MB; files of this format are read up to %d MB. Split it.",
                        source.size() >> 20,
                        reader.largest() >> 20));
            }
            String title = reader.read(source, splitter);
            List<TextPassage> passages = splitter.passages();
            if (passages.isEmpty() && !cancelled.getAsBoolean()) {
                throw new UnreadableDocument(
                        source.name().endsWith(".pdf")
                                ? "There is no text in it; it may be a scan. Have its text recognised and save it again."
                                : "There is no text in it.");
            }
            return new DocumentContent(title(title, passages, source.name()), passages, note(splitter));
        } catch (IOException e) {
            throw new UnreadableDocument("It cannot be read: " + e.getMessage() + ".", e);
        } catch (RuntimeException | StackOverflowError e) {
            // Parsers of foreign files fail in many ways; none may stop the rest of the folder.
            throw new UnreadableDocument("It is damaged: its content cannot be made out. Save it anew.", e);
        }
    }

    private String note(Splitter splitter) {
        return splitter.isFull()
                ? String.format(
                        Locale.ROOT,
                        "It is very long: only its first %,d passages are found. Split it to have all of it found.",
                        mostPassages)
                : "";
    }

    private static String title(String title, List<TextPassage> passages, String name) {
        if (!title.isBlank()) {
            return title.strip().replaceAll("\\s+", " ");
        }
        boolean oneTop = !passages.isEmpty()
                && !passages.get(0).headings().isEmpty()
                && passages.stream()
                        .allMatch(passage -> !passage.headings().isEmpty()
                                && passage.headings()
                                        .get(0)
                                        .equals(passages.get(0).headings().get(0)));
        if (oneTop) {
            return passages.get(0).headings().get(0);
        }
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('_', ' ').replace('-', ' ');
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
