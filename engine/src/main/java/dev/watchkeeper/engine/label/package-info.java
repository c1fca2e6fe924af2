/** What people say of alarms and of spans of time: labels, who gave them and when, and how well the alarms fare by them. */
@NullMarked
package dev.watchkeeper.engine.label;

import org.jspecify.annotations.NullMarked;
