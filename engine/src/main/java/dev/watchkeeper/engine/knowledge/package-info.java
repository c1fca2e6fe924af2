/** What the operator's documents say: folders that are watched and indexed, passages that are found, sentences that are cited. */
@NullMarked
package dev.watchkeeper.engine.knowledge;

import org.jspecify.annotations.NullMarked;
