/** Answers questions about the plant from live data and from the operator's documents; acts only when told to by a click. */
@NullMarked
package dev.watchkeeper.engine.assistant;

import org.jspecify.annotations.NullMarked;
