package dev.watchkeeper.app.assistant;

import dev.watchkeeper.engine.assistant.Assistant;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.plant.ActDesk;
import dev.watchkeeper.engine.settings.SettingsBook;

/**
 * What the pane needs.
 *
 * @param acts carries out what is clicked; not asked where the console is read-only
 * @param settings keeps how wide the pane is
 */
public record AssistantPorts(
        Assistant assistant,
        ConversationBook conversations,
        ActDesk acts,
        LanguageModels models,
        Documents documents,
        SettingsBook settings) {}
