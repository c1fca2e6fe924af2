package dev.watchkeeper.engine.knowledge.document;

import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The text part of a DOCX. */
final class DocxBody {
    private final Map<String, Integer> levels;
    private final BlockSink sink;
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder table = new StringBuilder();
    private int level;
    private int tables;
    private int skipped;
    private boolean inText;
    private boolean item;
    private boolean more = true;

    /** @param levels of the styles that are headings */
    DocxBody(Map<String, Integer> levels, BlockSink sink) {
        this.levels = levels;
        this.sink = sink;
    }

    /** Reads all of it, or until no more is wanted; always true. */
    boolean read(XMLStreamReader reader) throws XMLStreamException {
        while (more && reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> start(reader);
                case XMLStreamReader.END_ELEMENT -> end(reader.getLocalName());
                case XMLStreamReader.CHARACTERS -> {
                    if (inText && skipped == 0) {
                        paragraph.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private void start(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "p" -> {
                level = 0;
                item = false;
            }
            case "pStyle" -> level = Math.max(level, levels.getOrDefault(DocxStyles.value(reader, "val"), 0));
            case "outlineLvl" ->
                level = Math.max(level, DocxStyles.level(reader).number());
            case "numPr" -> item = true;
            case "t" -> inText = true;
            case "tab" -> paragraph.append(paragraph.isEmpty() ? "" : " ");
            case "br", "cr" -> paragraph.append('\n');
            case "tbl" -> tables++;
            // The same text again, for programs that do not know the newer form.
            case "Fallback" -> skipped++;
            default -> {}
        }
    }

    private void end(String name) {
        switch (name) {
            case "t" -> inText = false;
            case "p" -> endParagraph();
            case "tc" -> table.append(" | ");
            case "tr" -> {
                while (!table.isEmpty() && " |".indexOf(table.charAt(table.length() - 1)) >= 0) {
                    table.setLength(table.length() - 1);
                }
                table.append('\n');
            }
            case "tbl" -> {
                tables--;
                if (tables == 0) {
                    more = sink.accept(Block.lines(table.toString(), 0));
                    table.setLength(0);
                }
            }
            case "Fallback" -> skipped--;
            default -> {}
        }
    }

    private void endParagraph() {
        String text = paragraph.toString();
        paragraph.setLength(0);
        if (text.isBlank()) {
            return;
        }
        if (tables > 0) {
            boolean begun = !table.isEmpty() && " \n".indexOf(table.charAt(table.length() - 1)) < 0;
            table.append(begun ? " " : "").append(text.strip().replace('\n', ' '));
        } else if (level > 0) {
            more = sink.accept(Block.heading(level, text, 0));
        } else if (item) {
            more = sink.accept(Block.lines("- " + text.strip(), 0));
        } else {
            more = sink.accept(text.indexOf('\n') >= 0 ? Block.lines(text, 0) : Block.text(text, 0));
        }
    }
}
