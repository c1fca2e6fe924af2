/** Conditions that a person lays down for a sensor or an asset, and the watch that judges them reading by reading. */
@NullMarked
package dev.watchkeeper.engine.detect.rule;

import org.jspecify.annotations.NullMarked;
