/** What brings the topics to the engine: assets, readings, scores, detections and rejects. */
@NullMarked
package dev.watchkeeper.stream.feed;

import org.jspecify.annotations.NullMarked;
