/** What a text means, as a vector: the sentence model, its words, and what both need of this machine. */
@NullMarked
package dev.watchkeeper.engine.knowledge.embed;

import org.jspecify.annotations.NullMarked;
