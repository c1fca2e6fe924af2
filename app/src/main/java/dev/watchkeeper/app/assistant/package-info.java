/** The assistant's pane, which docks at the right of every screen: questions, answers with their evidence, and buttons that act. */
@NullMarked
package dev.watchkeeper.app.assistant;

import org.jspecify.annotations.NullMarked;
