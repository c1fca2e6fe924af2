package dev.watchkeeper.engine.history;

import io.questdb.DefaultTelemetryConfiguration;
import io.questdb.TelemetryConfiguration;
import io.questdb.cairo.DefaultCairoConfiguration;
import java.nio.file.Path;

/** QuestDB inside a desktop program: small pages and queues, no telemetry, nothing that runs by itself. Sizes in bytes. */
final class LeanConfiguration extends DefaultCairoConfiguration {
    private static final int KIB = 1 << 10;
    private static final int PARSED = 32;

    LeanConfiguration(Path root) {
        super(root.toString());
    }

    /** By how much the column files of a table grow; mapped while a writer has them open. */
    @Override
    public long getDataAppendPageSize() {
        return 512 * KIB;
    }

    @Override
    public long getWalDataAppendPageSize() {
        return 256 * KIB;
    }

    @Override
    public long getWalEventAppendPageSize() {
        return 64 * KIB;
    }

    /** Taken for each column of a writer while it merges readings that come out of order. */
    @Override
    public int getO3ColumnMemorySize() {
        return 256 * KIB;
    }

    /** A merge leaves alone, as a part of its own, what lies before the merged rows and has at least this size. */
    @Override
    public long getPartitionO3SplitMinSize() {
        return 1024 * KIB;
    }

    @Override
    public long getSymbolTableMinAllocationPageSize() {
        return 16 * KIB;
    }

    /** A reader that waits for its next use keeps at most so many weeks mapped. */
    @Override
    public int getInactiveReaderMaxOpenPartitions() {
        return 16;
    }

    // What a statement is parsed into is drawn from pools, which each parser fills beforehand; ours are few and short.

    @Override
    public int getSqlLexerPoolCapacity() {
        return PARSED;
    }

    @Override
    public int getViewLexerPoolCapacity() {
        return PARSED;
    }

    @Override
    public int getSqlModelPoolCapacity() {
        return PARSED;
    }

    @Override
    public int getSqlExpressionPoolCapacity() {
        return PARSED;
    }

    @Override
    public int getSqlColumnPoolCapacity() {
        return PARSED;
    }

    @Override
    public int getSqlCompilerPoolCapacity() {
        return 1;
    }

    @Override
    public boolean isMatViewEnabled() {
        return false;
    }

    @Override
    public boolean isSqlParallelFilterEnabled() {
        return false;
    }

    @Override
    public boolean isSqlParallelGroupByEnabled() {
        return false;
    }

    @Override
    public TelemetryConfiguration getTelemetryConfiguration() {
        return new DefaultTelemetryConfiguration() {
            @Override
            public boolean getEnabled() {
                return false;
            }

            @Override
            public boolean getDisableCompletely() {
                return true;
            }
        };
    }
}
