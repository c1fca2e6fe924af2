/** The life of an alarm: states, transitions, journal; logic without input or output. */
@NullMarked
package dev.watchkeeper.engine.alarm;

import org.jspecify.annotations.NullMarked;
