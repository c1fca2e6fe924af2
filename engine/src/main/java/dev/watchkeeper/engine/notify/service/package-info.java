/** Notifications put together and running: the watch, the courier and their threads. */
@NullMarked
package dev.watchkeeper.engine.notify.service;

import org.jspecify.annotations.NullMarked;
