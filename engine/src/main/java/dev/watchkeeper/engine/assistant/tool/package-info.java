/** What can be asked of the plant: typed questions, and the tools that answer them from live data. */
@NullMarked
package dev.watchkeeper.engine.assistant.tool;

import org.jspecify.annotations.NullMarked;
