/** Who is told what, when, and who next. */
@NullMarked
package dev.watchkeeper.engine.notify.route;

import org.jspecify.annotations.NullMarked;
