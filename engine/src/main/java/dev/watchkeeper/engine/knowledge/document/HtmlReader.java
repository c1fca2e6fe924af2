package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** HTML as jsoup makes it out. What a page has around its text, such as menus, is left out; nothing is loaded or run. */
final class HtmlReader implements FormatReader {
    private static final long LARGEST = 64L << 20;
    private static final Set<String> LEFT_OUT =
            Set.of("title", "style", "nav", "noscript", "svg", "iframe", "button", "select", "footer", "object");
    private static final Set<String> BLOCKS = Set.of(
            ("p div section article main aside header ul ol dl dt dd li blockquote figure figcaption hr br form fieldset"
                            + " details summary address body")
                    .split(" "));

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public String read(DocumentSource source, BlockSink sink) throws IOException {
        Document document;
        try (InputStream bytes = source.open()) {
            document = Jsoup.parse(bytes, null, "");
        }
        read(document, sink);
        return document.title();
    }

    /** Hands on the blocks of a piece of HTML; whether more is wanted. */
    static boolean read(Element root, BlockSink sink) {
        Walk walk = new Walk(sink);
        root.filter(walk);
        walk.flush();
        return walk.more;
    }

    private static final class Walk implements NodeFilter {
        private final BlockSink sink;
        private final StringBuilder text = new StringBuilder();
        private boolean list;
        private boolean more = true;

        Walk(BlockSink sink) {
            this.sink = sink;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (!more) {
                return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String name = element.normalName();
            if (LEFT_OUT.contains(name)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            switch (name) {
                case "script" -> {
                    flush();
                    // Documentation is also kept as a template in a script that a page fills in.
                    if (element.attr("type").contains("template")) {
                        more = more
                                && read(Jsoup.parseBodyFragment(element.data()).body(), sink);
                    }
                    return FilterResult.SKIP_ENTIRELY;
                }
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    flush();
                    more = sink.accept(Block.heading(name.charAt(1) - '0', element.text(), 0));
                    return FilterResult.SKIP_ENTIRELY;
                }
                case "pre" -> {
                    flush();
                    more = sink.accept(Block.lines(element.wholeText(), 0));
                    return FilterResult.SKIP_ENTIRELY;
                }
                case "table" -> {
                    flush();
                    more = sink.accept(Block.lines(table(element), 0));
                    return FilterResult.SKIP_ENTIRELY;
                }
                case "li" -> {
                    flush();
                    text.append("- ");
                    list = true;
                }
                default -> {
                    if (BLOCKS.contains(name)) {
                        flush();
                    }
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                flush();
            }
            return FilterResult.CONTINUE;
        }

        private void flush() {
            String paragraph = text.toString().replaceAll("\\s+", " ").strip();
            text.setLength(0);
            if (list && paragraph.equals("-")) {
                // The text of the item comes in a block of its own.
                text.append("- ");
                return;
            }
            list = false;
            if (!paragraph.isEmpty() && more) {
                more = sink.accept(Block.text(paragraph, 0));
            }
        }

        private static String table(Element table) {
            StringBuilder rows = new StringBuilder();
            for (Element row : table.select("tr")) {
                rows.append(rows.isEmpty() ? "" : "\n");
                boolean first = true;
                for (Element cell : row.children()) {
                    rows.append(first ? "" : " | ").append(cell.text());
                    first = false;
                }
            }
            return rows.toString();
        }
    }
}
