/** What is told to people who do not look at the screen: notices, and their words. */
@NullMarked
package dev.watchkeeper.engine.notify;

import org.jspecify.annotations.NullMarked;
