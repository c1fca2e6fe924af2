/** What all screens share: what a screen is, how to get to another, symbols, and how times and values are written. */
@NullMarked
package dev.watchkeeper.app.screen;

import org.jspecify.annotations.NullMarked;
