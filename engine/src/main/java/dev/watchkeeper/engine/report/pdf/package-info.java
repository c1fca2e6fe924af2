/** Pages of text, tables and drawings as PDF. */
@NullMarked
package dev.watchkeeper.engine.report.pdf;

import org.jspecify.annotations.NullMarked;
