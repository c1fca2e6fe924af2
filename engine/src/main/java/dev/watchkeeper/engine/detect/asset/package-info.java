/** Judges the sensors of one asset together: how far they have left the joint behaviour that was learned in training. */
@NullMarked
package dev.watchkeeper.engine.detect.asset;

import org.jspecify.annotations.NullMarked;
