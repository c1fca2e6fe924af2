package dev.watchkeeper.engine.assistant;

import dev.watchkeeper.engine.assistant.answer.Answer;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.tool.ToolCall;

/**
 * What came of a question.
 *
 * @param turn the number of the turn within its conversation, from 1
 * @param call how the question was understood
 * @param note what the user should know of how the answer came about, such as that the language model failed; empty for nothing
 */
public record Reply(ConversationId conversation, int turn, ToolCall call, Answer answer, String note) {}
