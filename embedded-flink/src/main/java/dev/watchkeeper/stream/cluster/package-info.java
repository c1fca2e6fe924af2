/** Flink clusters behind one type, and the job that runs on them. */
@NullMarked
package dev.watchkeeper.stream.cluster;

import org.jspecify.annotations.NullMarked;
