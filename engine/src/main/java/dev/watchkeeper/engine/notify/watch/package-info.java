/** Watches the alarms' journal and turns what happens into messages, once each. */
@NullMarked
package dev.watchkeeper.engine.notify.watch;

import org.jspecify.annotations.NullMarked;
