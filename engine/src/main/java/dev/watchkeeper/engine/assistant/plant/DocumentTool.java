package dev.watchkeeper.engine.assistant.plant;

import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.answer.Block;
import dev.watchkeeper.engine.assistant.answer.Draft;
import dev.watchkeeper.engine.assistant.answer.Source;
import dev.watchkeeper.engine.assistant.tool.Destination;
import dev.watchkeeper.engine.assistant.tool.ToolCall;
import dev.watchkeeper.engine.knowledge.CitedSentence;
import dev.watchkeeper.engine.knowledge.Finding;
import dev.watchkeeper.engine.knowledge.Knowledge;
import dev.watchkeeper.engine.knowledge.Passage;
import java.util.List;

/** Answers in the words of the documents: the best two sentences, with where they stand. Thread-safe. */
final class DocumentTool {
    private static final int PASSAGES = 5;
    private static final int SENTENCES = 2;
    /** A second sentence has to be nearly as good as the first. */
    private static final double NEARLY = 0.5;

    private final Knowledge knowledge;

    DocumentTool(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Answer ask(ToolCall.AskDocuments call) {
        Draft draft = new Draft(call);
        Finding finding = knowledge.find(call.question(), PASSAGES);
        if (!finding.evidence() || finding.sentences().isEmpty()) {
            return draft.noEvidence()
                    .text("There is no evidence in your documents for this.")
                    .text(
                            "Ask in other words, or add the manual or runbook to a knowledge folder in Settings. Questions about"
                                    + " alarms, sensors, models and the pipeline are answered from live data.")
                    .way(new Destination.Settings())
                    .done();
        }
        List<CitedSentence> sentences = finding.sentences();
        CitedSentence best = sentences.get(0);
        sentences.stream()
                .limit(SENTENCES)
                .filter(one -> one.equals(best) || one.score() >= NEARLY * best.score())
                .forEach(one ->
                        draft.text(one.text(), source(draft, finding.passages().get(one.passage()))));
        Passage passage = finding.passages().get(best.passage());
        draft.add(new Block.Quote(passage.text(), source(draft, passage)));
        return draft.done();
    }

    private static int source(Draft draft, Passage passage) {
        return draft.source(new Source.Document(passage.place(), passage.text()));
    }
}
