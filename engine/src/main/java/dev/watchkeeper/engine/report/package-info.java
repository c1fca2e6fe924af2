/** Reports that people are handed: one HTML page that holds everything, with its pictures drawn as SVG. */
@NullMarked
package dev.watchkeeper.engine.report;

import org.jspecify.annotations.NullMarked;
