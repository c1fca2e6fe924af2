/** How good the data of a sensor are, and why. */
@NullMarked
package dev.watchkeeper.engine.model.grade;

import org.jspecify.annotations.NullMarked;
