/** How many questions are understood rightly. */
@NullMarked
package dev.watchkeeper.engine.assistant.evaluate;

import org.jspecify.annotations.NullMarked;
