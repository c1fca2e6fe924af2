/** The program's entry: commands, the composition root and what keeps it alive. */
@NullMarked
package dev.watchkeeper.app.launch;

import org.jspecify.annotations.NullMarked;
