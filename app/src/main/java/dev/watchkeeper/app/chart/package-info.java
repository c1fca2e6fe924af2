/** The trend control: loading, decimation, axes, lanes and drawing; and the small charts of tiles. */
@NullMarked
package dev.watchkeeper.app.chart;

import org.jspecify.annotations.NullMarked;
