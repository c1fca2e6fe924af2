/** Maintenance windows: a list and a form. */
@NullMarked
package dev.watchkeeper.app.maintenance;

import org.jspecify.annotations.NullMarked;
