package dev.watchkeeper.engine.store;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what Flyway says into the log, where its routine messages are of interest to developers only. */
public final class QuietFlyway implements LogCreator {
    @Override
    public Log createLogger(Class<?> type) {
        return new Quiet(LoggerFactory.getLogger(type));
    }

    private record Quiet(Logger log) implements Log {
        @Override
        public void debug(String message) {
            log.trace(message);
        }

        @Override
        public void info(String message) {
            log.debug(message);
        }

        @Override
        public void warn(String message) {
            // The one thing it warns of on a good day is a database newer than those it was tested with.
            log.info(message);
        }

        @Override
        public void error(String message) {
            log.error(message);
        }

        @Override
        public void error(String message, Exception e) {
            log.error(message, e);
        }

        @Override
        public void notice(String message) {
            log.debug(message);
        }
    }
}
