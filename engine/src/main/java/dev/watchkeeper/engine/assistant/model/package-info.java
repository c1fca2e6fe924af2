/** Language models of the user's own, reached over HTTP. */
@NullMarked
package dev.watchkeeper.engine.assistant.model;

import org.jspecify.annotations.NullMarked;
