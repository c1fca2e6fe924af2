/** Topic names, and the Kafka adapters of the engine's ports: publishers and tails. */
@NullMarked
package dev.watchkeeper.stream.topic;

import org.jspecify.annotations.NullMarked;
