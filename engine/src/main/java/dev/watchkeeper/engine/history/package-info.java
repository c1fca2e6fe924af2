/** Readings, scores and their summaries over time, for charts and for training. */
@NullMarked
package dev.watchkeeper.engine.history;

import org.jspecify.annotations.NullMarked;
