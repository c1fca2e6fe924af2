package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.Assistant;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.plant.ActDesk;

/**
 * What the pane needs.
 *
 * @param acts carries out what is clicked; not asked where the console is read-only
 */
public record AssistantPorts(Assistant assistant, ConversationBook conversations, ActDesk acts) {}
