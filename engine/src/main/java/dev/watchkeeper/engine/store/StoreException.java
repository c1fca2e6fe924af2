package dev.watchkeeper.engine.store;

/** The local database cannot be used; the message says which and what to do. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
