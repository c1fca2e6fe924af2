/** The window around the screens: alarm strip, navigation, themes, and pictures of screens as files. */
@NullMarked
package dev.watchkeeper.app.shell;

import org.jspecify.annotations.NullMarked;
