package dev.watchkeeper.engine.store;

import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Moves instants to and from the database whole, to the nanosecond and without a local time zone in between. Those beyond
 * what the database can compare, such as {@link Instant#MAX} as an open end, become its earliest or latest.
 */
final class InstantColumns implements ArgumentFactory.Preparable {
    private static final Instant EARLIEST = Instant.parse("-100000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+100000-01-01T00:00:00Z");

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type == Instant.class ? Optional.of(InstantColumns::prepared) : Optional.empty();
    }

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        return value instanceof Instant instant ? Optional.of(argument(instant)) : Optional.empty();
    }

    /** A batch is prepared by its first row's value; later rows may have none. */
    private static Argument prepared(@Nullable Object value) {
        return value instanceof Instant instant
                ? argument(instant)
                : (position, statement, context) -> statement.setNull(position, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Argument argument(Instant instant) {
        Instant kept = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        return (position, statement, context) -> statement.setObject(position, kept);
    }

    static Instant get(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Instant.class);
    }

    static @Nullable Instant getOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Instant.class);
    }
}
