/** The newest readings and scores in memory, and the state of the pipeline, for the screens. */
@NullMarked
package dev.watchkeeper.engine.live;

import org.jspecify.annotations.NullMarked;
