package dev.watchkeeper.engine.history;

import io.questdb.log.LogFactory;
import io.questdb.log.LogLevel;
import io.questdb.log.LogRecordUtf8Sink;
import io.questdb.log.LogWriter;
import io.questdb.mp.QueueConsumer;
import io.questdb.mp.RingQueue;
import io.questdb.mp.SCSequence;
import io.questdb.mp.SynchronizedJob;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what QuestDB's own logging says of trouble into the log of the program. Its configuration in {@code
 * questdb-log.conf} names this class; nothing is written to standard output.
 */
public final class QuestDbLog extends SynchronizedJob implements LogWriter {
    private static final Logger LOG = LoggerFactory.getLogger("questdb");
    private static final String CONFIGURATION = "/dev/watchkeeper/engine/history/questdb-log.conf";

    private final RingQueue<LogRecordUtf8Sink> records;
    private final SCSequence sequence;
    private final int levels;
    private final QueueConsumer<LogRecordUtf8Sink> writing = this::write;

    /** Called by QuestDB with the records to write and the levels that are wanted, as a set of bits. */
    public QuestDbLog(RingQueue<LogRecordUtf8Sink> records, SCSequence sequence, int levels) {
        this.records = records;
        this.sequence = sequence;
        this.levels = levels;
    }

    /** Sets QuestDB's logging up. To be called before anything else of QuestDB is used; later it does nothing. */
    static void install() {
        String property = LogFactory.CONFIG_SYSTEM_PROPERTY;
        String before = System.getProperty(property);
        System.setProperty(property, CONFIGURATION);
        PrintStream standardError = System.err;
        System.setErr(new WithoutGreeting(standardError));
        try {
            LogFactory.getInstance();
        } finally {
            System.setErr(standardError);
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    @Override
    public void bindProperties(LogFactory factory) {
        // It has none.
    }

    @Override
    protected boolean runSerially() {
        return sequence.consumeAll(records, writing);
    }

    private void write(LogRecordUtf8Sink written) {
        int level = written.getLevel();
        if ((level & levels) == 0) {
            return;
        }
        String line = written.toString().strip();
        if (level == LogLevel.ERROR || level == LogLevel.CRITICAL) {
            LOG.warn(line);
        } else {
            LOG.debug(line);
        }
    }

    /** Leaves out the line in which QuestDB tells where its logging configuration comes from. */
    private static final class WithoutGreeting extends PrintStream {
        WithoutGreeting(PrintStream standardError) {
            super(standardError, true, StandardCharsets.UTF_8);
        }

        @Override
        public void println(@Nullable String line) {
            if (line == null || !line.startsWith("Log configuration loaded")) {
                super.println(line);
            }
        }
    }
}
