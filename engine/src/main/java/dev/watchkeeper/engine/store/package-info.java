/** Everything relational, in H2: migrations and the implementations of the features' ports. */
@NullMarked
package dev.watchkeeper.engine.store;

import org.jspecify.annotations.NullMarked;
