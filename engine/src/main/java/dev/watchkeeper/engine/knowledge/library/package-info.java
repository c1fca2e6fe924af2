/** The folders of the operator and the shipped documents: what has changed in them, read in the background into the index. */
@NullMarked
package dev.watchkeeper.engine.knowledge.library;

import org.jspecify.annotations.NullMarked;
