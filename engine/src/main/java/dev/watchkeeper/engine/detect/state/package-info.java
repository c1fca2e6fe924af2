/** The bytes of a detector's memory: written and read in order, with a name and a version in front. */
@NullMarked
package dev.watchkeeper.engine.detect.state;

import org.jspecify.annotations.NullMarked;
