/** Detectors: novelty of one sensor, of an asset's sensors together, and the episodes in which they speak. */
@NullMarked
package dev.watchkeeper.engine.detect;

import org.jspecify.annotations.NullMarked;
