/** The report of a shift: what the alarms were like, what was done about them, and what the next shift takes over. */
@NullMarked
package dev.watchkeeper.engine.shift;

import org.jspecify.annotations.NullMarked;
