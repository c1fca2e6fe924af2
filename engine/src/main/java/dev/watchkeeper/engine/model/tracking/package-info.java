/** Keeps book of trainings: runs with parameters, metrics and artefacts, and which model versions are champion and challenger. */
@NullMarked
package dev.watchkeeper.engine.model.tracking;

import org.jspecify.annotations.NullMarked;
