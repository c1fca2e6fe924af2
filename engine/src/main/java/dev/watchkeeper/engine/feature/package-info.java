/** Windows of readings and the features taken from them. */
@NullMarked
package dev.watchkeeper.engine.feature;

import org.jspecify.annotations.NullMarked;
