/** The embedded platform: broker, cluster and detection job, started and stopped in order, and how they are doing. */
@NullMarked
package dev.watchkeeper.stream.platform;

import org.jspecify.annotations.NullMarked;
