/** Messages that wait to be sent, the courier that sends them, and the log of every try. */
@NullMarked
package dev.watchkeeper.engine.notify.outbox;

import org.jspecify.annotations.NullMarked;
