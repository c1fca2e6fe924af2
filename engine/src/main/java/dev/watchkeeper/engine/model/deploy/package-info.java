/** Which model versions judge an asset: what is published to the detection job, and what the job tells of it. */
@NullMarked
package dev.watchkeeper.engine.model.deploy;

import org.jspecify.annotations.NullMarked;
