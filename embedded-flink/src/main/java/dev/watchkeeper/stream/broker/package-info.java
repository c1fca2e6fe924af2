/** The embedded Kafka broker. */
@NullMarked
package dev.watchkeeper.stream.broker;

import org.jspecify.annotations.NullMarked;
