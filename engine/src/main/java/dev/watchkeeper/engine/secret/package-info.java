/** Passwords and keys, kept in the keychain of the operating system or encrypted in a file, and never told by accident. */
@NullMarked
package dev.watchkeeper.engine.secret;

import org.jspecify.annotations.NullMarked;
