/** Conversations: what is kept of them, and what is told of their earlier part in few words. */
@NullMarked
package dev.watchkeeper.engine.assistant.memory;

import org.jspecify.annotations.NullMarked;
