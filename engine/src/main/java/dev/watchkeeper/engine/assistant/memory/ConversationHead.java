package dev.watchkeeper.engine.assistant.memory;

import java.time.Instant;

/**
 * A conversation as a line of a list.
 *
 * @param title its first question
 * @param at clock time of its last turn
 */
public record ConversationHead(ConversationId id, String title, Instant at, int turns) {}
