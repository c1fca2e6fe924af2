package dev.watchkeeper.engine.store;

import java.sql.Connection;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives the lines of the journal that were written before version 31 their digests. */
final class SealJournal implements JavaMigration {
    private static final int CHECKSUM = 1;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("31");
    }

    @Override
    public String getDescription() {
        return "seal journal";
    }

    @Override
    public Integer getChecksum() {
        return CHECKSUM;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** On the migration's own connection, which stays open and is committed by whoever opened it. */
    @Override
    public void migrate(Context context) {
        Connection connection = context.getConnection();
        Handle handle = Jdbi.create(() -> connection)
                .registerArgument(new InstantColumns())
                .open();
        JournalTable.seal(handle);
    }
}
