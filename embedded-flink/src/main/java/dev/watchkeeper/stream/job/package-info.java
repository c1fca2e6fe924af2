/** The detection job: from raw records to scores, detections and rejects. */
@NullMarked
package dev.watchkeeper.stream.job;

import org.jspecify.annotations.NullMarked;
