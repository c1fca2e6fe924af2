/** The list of alarms, and all that is known of the selected one. */
@NullMarked
package dev.watchkeeper.app.alarms;

import org.jspecify.annotations.NullMarked;
