/** How big the values of a sensor usually are, learned from a span of its history. */
@NullMarked
package dev.watchkeeper.engine.model.scale;

import org.jspecify.annotations.NullMarked;
