/** Documents of several formats, read into passages under their headings, without trust in what is in them. */
@NullMarked
package dev.watchkeeper.engine.knowledge.document;

import org.jspecify.annotations.NullMarked;
