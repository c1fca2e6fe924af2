package dev.watchkeeper.engine.assistant.answer;

import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.assistant.tool.Destination;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer.
 *
 * @param blocks from top to bottom
 * @param sources what it rests on
 * @param ways to the screens that show it, the best first
 * @param proposals acts that wait for a click; only ever made from the user's own words
 * @param figures the numbers in it
 * @param evidence whether there was anything to answer from
 * @param context what a question after it can lean on
 */
public record Answer(
        List<Block> blocks,
        List<Source> sources,
        List<Destination> ways,
        List<Proposal> proposals,
        List<Figure> figures,
        boolean evidence,
        Context context) {
    public Answer {
        blocks = List.copyOf(blocks);
        sources = List.copyOf(sources);
        ways = List.copyOf(ways);
        proposals = List.copyOf(proposals);
        figures = List.copyOf(figures);
    }

    /** Its words, a paragraph or table row a line, without charts. */
    public String text() {
        return blocks.stream().map(Answer::text).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** The same with other blocks. */
    public Answer withBlocks(List<Block> others) {
        return new Answer(others, sources, ways, proposals, figures, evidence, context);
    }

    private static String text(Block block) {
        if (block instanceof Block.Text text) {
            return text.text();
        } else if (block instanceof Block.Quote quote) {
            return "“" + quote.text() + "”";
        } else if (block instanceof Block.Table table) {
            return table.rows().stream().map(row -> String.join(" · ", row)).collect(Collectors.joining("\n"));
        }
        return "";
    }
}
