/** Suppression by design: assets that are stopped, and maintenance windows. */
@NullMarked
package dev.watchkeeper.engine.alarm.design;

import org.jspecify.annotations.NullMarked;
