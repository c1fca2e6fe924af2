/** What the standards say an operator can work with, and how the alarms of a span compare; pure, without a clock. */
@NullMarked
package dev.watchkeeper.engine.alarm.kpi;

import org.jspecify.annotations.NullMarked;
