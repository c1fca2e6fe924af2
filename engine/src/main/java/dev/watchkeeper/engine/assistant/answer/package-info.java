/** What an answer is made of: text, tables, charts, figures, sources, ways to screens, and acts that wait for a click. */
@NullMarked
package dev.watchkeeper.engine.assistant.answer;

import org.jspecify.annotations.NullMarked;
