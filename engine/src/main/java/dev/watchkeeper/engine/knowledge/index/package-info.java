/** Where passages lie: words and vectors in one Lucene index, and which documents they came from. */
@NullMarked
package dev.watchkeeper.engine.knowledge.index;

import org.jspecify.annotations.NullMarked;
