package dev.watchkeeper.engine.knowledge.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/** Markdown after CommonMark, with tables, a front matter that names the title, and the shortcodes of site generators left out. */
final class MarkdownReader implements FormatReader {
    private static final long LARGEST = 32L << 20;
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A\\uFEFF?---\\R(.*?)\\R---\\s*\\R", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("^title:\\s*[\"']?(.*?)[\"']?\\s*$", Pattern.MULTILINE);
    private static final Pattern SHORTCODE = Pattern.compile("\\{\\{[<%].*?[>%]}}");
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Override
    public long largest() {
        return LARGEST;
    }

    @Override
    public String read(DocumentSource source, BlockSink sink) throws IOException {
        String text;
        try (InputStream bytes = source.open()) {
            text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
        String title = "";
        Matcher front = FRONT_MATTER.matcher(text);
        if (front.find()) {
            Matcher named = TITLE.matcher(front.group(1));
            title = named.find() ? named.group(1) : "";
            text = text.substring(front.end());
        }
        blocks(PARSER.parse(SHORTCODE.matcher(text).replaceAll("")), sink, "");
        return title;
    }

    private static boolean blocks(Node parent, BlockSink sink, String indent) {
        boolean more = true;
        for (Node node = parent.getFirstChild(); node != null && more; node = node.getNext()) {
            more = block(node, sink, indent);
        }
        return more;
    }

    private static boolean block(Node node, BlockSink sink, String indent) {
        if (node instanceof Heading heading) {
            return sink.accept(Block.heading(heading.getLevel(), inline(heading), 0));
        }
        if (node instanceof Paragraph) {
            return sink.accept(Block.text(inline(node), 0));
        }
        if (node instanceof FencedCodeBlock code) {
            return sink.accept(Block.lines(code.getLiteral(), 0));
        }
        if (node instanceof IndentedCodeBlock code) {
            return sink.accept(Block.lines(code.getLiteral(), 0));
        }
        if (node instanceof HtmlBlock html) {
            return HtmlReader.read(Jsoup.parseBodyFragment(html.getLiteral()).body(), sink);
        }
        if (node instanceof TableBlock) {
            return sink.accept(Block.lines(table(node), 0));
        }
        if (node instanceof BulletList || node instanceof OrderedList) {
            return items((ListBlock) node, sink, indent);
        }
        return (!(node instanceof BlockQuote) && node.getFirstChild() == null) || blocks(node, sink, indent);
    }

    private static boolean items(ListBlock list, BlockSink sink, String indent) {
        int number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                ? ordered.getMarkerStartNumber()
                : 1;
        boolean more = true;
        for (Node item = list.getFirstChild(); item != null && more; item = item.getNext()) {
            String mark = indent + (list instanceof OrderedList ? number + ". " : "- ");
            number++;
            boolean first = true;
            for (Node node = item.getFirstChild(); node != null && more; node = node.getNext()) {
                if (node instanceof Paragraph) {
                    more = sink.accept(Block.lines((first ? mark : indent + "  ") + inline(node), 0));
                } else {
                    more = block(node, sink, indent + "  ");
                }
                first = false;
            }
        }
        return more;
    }

    private static String table(Node table) {
        StringBuilder rows = new StringBuilder();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row instanceof TableRow; row = row.getNext()) {
                rows.append(rows.isEmpty() ? "" : "\n");
                boolean first = true;
                for (Node cell = row.getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
                    rows.append(first ? "" : " | ").append(inline(cell));
                    first = false;
                }
            }
        }
        return rows.toString();
    }

    private static String inline(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().strip();
    }

    private static void append(Node node, StringBuilder text) {
        if (node instanceof Text words) {
            text.append(words.getLiteral());
        } else if (node instanceof Code code) {
            text.append(code.getLiteral());
        } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
            text.append(' ');
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            append(child, text);
        }
    }
}
