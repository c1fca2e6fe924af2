/** Many sensors on one axis of time, live and in the past. */
@NullMarked
package dev.watchkeeper.app.trends;

import org.jspecify.annotations.NullMarked;
