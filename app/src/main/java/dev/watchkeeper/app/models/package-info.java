/** Models: which version watches each asset, how it drifts, what a challenger would do better, and how it was trained. */
@NullMarked
package dev.watchkeeper.app.models;

import org.jspecify.annotations.NullMarked;
