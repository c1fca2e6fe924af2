/** From the words of a question to a typed one, without a language model: names, times, intents, and what was said before. */
@NullMarked
package dev.watchkeeper.engine.assistant.question;

import org.jspecify.annotations.NullMarked;
