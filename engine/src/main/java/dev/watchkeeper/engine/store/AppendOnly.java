package dev.watchkeeper.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Refuses to change or take away a line of a table that only grows. Made by the database, by its public constructor. */
public final class AppendOnly implements Trigger {
    private static final String NOT_ALLOWED = "0A000";

    private String table = "";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException("lines of " + table + " are never changed and never taken away", NOT_ALLOWED);
    }
}
