package dev.watchkeeper.engine.assistant.memory;

/** What a user thinks of an answer. */
public enum Rating {
    NONE,
    UP,
    DOWN
}
