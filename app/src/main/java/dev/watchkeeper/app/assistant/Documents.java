package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.knowledge.KnowledgeFolders;
import dev.watchkeeper.engine.knowledge.KnowledgeReader;

/**
 * The documents that answers are found in.
 *
 * @param reader opens what is cited
 * @param folders those of the operator
 * @param warmUp makes ready what the first question would else wait for; takes a second or two, in the background
 */
public record Documents(KnowledgeReader reader, KnowledgeFolders folders, Runnable warmUp) {}
