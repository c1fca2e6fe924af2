/** Rules tried on the past: the alarms that a rule would have raised, before it may disturb anyone. */
@NullMarked
package dev.watchkeeper.engine.alarm.rehearse;

import org.jspecify.annotations.NullMarked;
