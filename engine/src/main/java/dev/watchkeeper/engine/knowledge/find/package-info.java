/** How passages and sentences are found: candidates by words and by meaning, two linear rankers, and when to say that there is nothing. */
@NullMarked
package dev.watchkeeper.engine.knowledge.find;

import org.jspecify.annotations.NullMarked;
