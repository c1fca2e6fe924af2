/** What the screens need of the toolkit, as ports: UI executor, frame pulse, background loads, files, clipboard. */
@NullMarked
package dev.watchkeeper.app.fx;

import org.jspecify.annotations.NullMarked;
