/** What the user has set: typed settings and the book that keeps them. */
@NullMarked
package dev.watchkeeper.engine.settings;

import org.jspecify.annotations.NullMarked;
