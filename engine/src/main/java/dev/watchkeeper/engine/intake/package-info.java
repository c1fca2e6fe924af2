/** How a raw record becomes a reading or a rejection: the same rules for the stream, the history and the services. */
@NullMarked
package dev.watchkeeper.engine.intake;

import org.jspecify.annotations.NullMarked;
