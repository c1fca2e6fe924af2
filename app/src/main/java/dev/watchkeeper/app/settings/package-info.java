/** Settings: whom Watchkeeper tells of what, over which channels, and what became of it. */
@NullMarked
package dev.watchkeeper.app.settings;

import org.jspecify.annotations.NullMarked;
