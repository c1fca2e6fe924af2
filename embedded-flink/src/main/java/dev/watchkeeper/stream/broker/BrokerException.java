package dev.watchkeeper.stream.broker;

/** The embedded broker could not start; the message says where and why. */
public final class BrokerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerException(String message, Throwable cause) {
        super(message, cause);
    }
}
