package dev.watchkeeper.engine.alarm;

import java.util.Optional;

/** What is laid down for the alarms of sources. Thread-safe and quick: it is asked for every detection. */
@FunctionalInterface
public interface AlarmDefinitions {
    /** Nothing is laid down. */
    AlarmDefinitions NONE = source -> Optional.empty();

    /** Of alarms that a rule raises on an asset; empty where all is left to the usual way. */
    Optional<AlarmDefinition> of(AlarmSource source);
}
