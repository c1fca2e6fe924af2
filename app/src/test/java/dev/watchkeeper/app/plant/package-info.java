/** A pump station that does not exist, with all that screens read of one. */
@NullMarked
package dev.watchkeeper.app.plant;

import org.jspecify.annotations.NullMarked;
