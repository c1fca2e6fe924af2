/** What training makes: model versions, what was measured of them, and the files in which they are kept. */
@NullMarked
package dev.watchkeeper.engine.model;

import org.jspecify.annotations.NullMarked;
