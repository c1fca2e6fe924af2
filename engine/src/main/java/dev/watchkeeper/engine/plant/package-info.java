/** The demo plant: a pump station that is simulated, with faults whose truth is known. */
@NullMarked
package dev.watchkeeper.engine.plant;

import org.jspecify.annotations.NullMarked;
