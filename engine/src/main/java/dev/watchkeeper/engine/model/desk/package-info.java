/** Looks after the models of each asset: training, shadow, promotion and rollback, policy, and the record of who did what. */
@NullMarked
package dev.watchkeeper.engine.model.desk;

import org.jspecify.annotations.NullMarked;
