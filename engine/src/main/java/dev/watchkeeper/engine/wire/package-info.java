/** The versioned bytes of readings, scores, detections and asset descriptions, as they stand on the topics. */
@NullMarked
package dev.watchkeeper.engine.wire;

import org.jspecify.annotations.NullMarked;
