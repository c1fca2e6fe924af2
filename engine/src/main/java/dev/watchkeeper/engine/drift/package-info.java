/** Drift: how far a sensor has moved away from what its model was trained on, in which feature, and since when. */
@NullMarked
package dev.watchkeeper.engine.drift;

import org.jspecify.annotations.NullMarked;
