/** Alarm rules: their list, the dialog in which one is written, and its rehearsal on the past. */
@NullMarked
package dev.watchkeeper.app.rules;

import org.jspecify.annotations.NullMarked;
