/** Finds what a model was told that it could not have known: checks of a split against what was used of it. */
@NullMarked
package dev.watchkeeper.engine.model.leakage;

import org.jspecify.annotations.NullMarked;
