/** Makes model versions from history: training, measuring on validation, and the checks that belong to it. */
@NullMarked
package dev.watchkeeper.engine.model.train;

import org.jspecify.annotations.NullMarked;
