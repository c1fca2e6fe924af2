/** Rules that a person sets: limits of a value, and of how fast it may change. */
@NullMarked
package dev.watchkeeper.engine.detect.limit;

import org.jspecify.annotations.NullMarked;
