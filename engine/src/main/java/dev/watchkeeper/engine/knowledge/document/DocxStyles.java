package dev.watchkeeper.engine.knowledge.document;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraph styles of a DOCX that are headings: by their outline level, by their built-in name, or by what they are based on. */
final class DocxStyles {
    /** Built-in names are English in every language of the program. */
    private static final Pattern NAME = Pattern.compile("heading ([1-9])");

    private DocxStyles() {}

    /** Levels from 1 on by the identifier of the style. */
    static Map<String, Integer> levels(XMLStreamReader reader) throws XMLStreamException {
        Map<String, Integer> levels = new HashMap<>();
        Map<String, String> basedOn = new HashMap<>();
        String style = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "style" -> style = value(reader, "styleId");
                case "name" -> {
                    String name = value(reader, "val").toLowerCase(Locale.ROOT);
                    Matcher heading = NAME.matcher(name);
                    if (heading.matches()) {
                        levels.put(style, Integer.parseInt(heading.group(1)));
                    } else if (name.equals("title")) {
                        levels.put(style, 1);
                    }
                }
                case "basedOn" -> basedOn.put(style, value(reader, "val"));
                case "outlineLvl" -> level(reader).ifPresent(levels, style);
                default -> {}
            }
        }
        basedOn.forEach((one, base) -> {
            Integer level = levels.get(base);
            if (level != null) {
                levels.putIfAbsent(one, level);
            }
        });
        return levels;
    }

    /** The outline level that an element gives, from 1; 0 where it gives none that is a heading's. */
    static Level level(XMLStreamReader reader) {
        String value = value(reader, "val");
        // 9 is body text.
        return new Level(value.matches("[0-8]") ? Integer.parseInt(value) + 1 : 0);
    }

    record Level(int number) {
        void ifPresent(Map<String, Integer> levels, String style) {
            if (number > 0) {
                levels.put(style, number);
            }
        }
    }

    static String value(XMLStreamReader reader, String attribute) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(attribute)) {
                @Nullable String value = reader.getAttributeValue(i);
                return value == null ? "" : value;
            }
        }
        return "";
    }
}
