/** What a sensor is and what it says: identities, units, readings, spans of time. Imports nothing of ours. */
@NullMarked
package dev.watchkeeper.engine.signal;

import org.jspecify.annotations.NullMarked;
