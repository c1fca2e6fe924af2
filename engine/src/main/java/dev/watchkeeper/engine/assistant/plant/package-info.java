/** The tools: answers about alarms, sensors, models and the pipeline from live data, and the acts that can be proposed. */
@NullMarked
package dev.watchkeeper.engine.assistant.plant;

import org.jspecify.annotations.NullMarked;
