/** Codes by which the reader of a message acknowledges the alarm that it is about. */
@NullMarked
package dev.watchkeeper.engine.notify.ack;

import org.jspecify.annotations.NullMarked;
