/** All assets at a glance: values against their expected bands, devices, alarm load, largest deviations. */
@NullMarked
package dev.watchkeeper.app.overview;

import org.jspecify.annotations.NullMarked;
