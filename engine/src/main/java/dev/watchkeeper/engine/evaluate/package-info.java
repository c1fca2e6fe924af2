/** Measures detectors on labelled recordings, by the protocols of the public benchmarks. */
@NullMarked
package dev.watchkeeper.engine.evaluate;

import org.jspecify.annotations.NullMarked;
