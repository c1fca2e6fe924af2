/** Parts of a history for training, validation and test, in the order of time and with gaps between them. */
@NullMarked
package dev.watchkeeper.engine.model.split;

import org.jspecify.annotations.NullMarked;
