/** Rules for alarms: what is watched, how urgent it is and what to do; checked, versioned, published, undone. */
@NullMarked
package dev.watchkeeper.engine.alarm.rule;

import org.jspecify.annotations.NullMarked;
