package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.assistant.memory.ConversationBook;
import dev.watchkeeper.engine.assistant.memory.ConversationHead;
import dev.watchkeeper.engine.assistant.memory.ConversationId;
import dev.watchkeeper.engine.assistant.memory.Rating;
import dev.watchkeeper.engine.assistant.memory.Summary;
import dev.watchkeeper.engine.assistant.memory.Turn;
import dev.watchkeeper.engine.assistant.question.Context;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.SensorId;
import dev.watchkeeper.engine.signal.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Conversations in tables {@code conversation}, {@code conversation_turn} and {@code conversation_line}. */
final class H2ConversationBook implements ConversationBook {
    private static final Pattern LINE = Pattern.compile("\n");
    private static final int LONGEST_TITLE = 120;
    private static final String HEADS =
            "SELECT c.id, c.title, c.updated_at, (SELECT COUNT(*) FROM conversation_turn t WHERE t.conversation = c.id) AS turns"
                    + " FROM conversation c ";

    private final Jdbi jdbi;

    H2ConversationBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ConversationId begin(String title, Instant at) {
        String line = title.strip();
        String kept = line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
        return new ConversationId(jdbi.withHandle(handle -> handle.createUpdate(
                        "INSERT INTO conversation (title, begun_at, updated_at) VALUES (:title, :at, :at)")
                .bind("title", kept)
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public void append(ConversationId id, Turn turn) {
        jdbi.useTransaction(handle -> {
            Context context = turn.context();
            handle.createUpdate(
                            "INSERT INTO conversation_turn (conversation, ordinal, at, question, answer, evidence, alarm, asset,"
                                    + " sensors, span_start, span_end) VALUES (:id, (SELECT COALESCE(MAX(ordinal), 0) + 1 FROM"
                                    + " conversation_turn WHERE conversation = :id), :at, :question, :answer, :evidence, :alarm, :asset,"
                                    + " :sensors, :start, :end)")
                    .bind("id", id.value())
                    .bind("at", turn.at())
                    .bind("question", turn.question())
                    .bind("answer", turn.answer())
                    .bind("evidence", turn.evidence())
                    .bind("alarm", context.alarm().map(AlarmId::value).orElse(null))
                    .bind("asset", context.asset().map(AssetId::value).orElse(null))
                    .bind(
                            "sensors",
                            context.sensors().stream().map(SensorId::toString).collect(Collectors.joining("\n")))
                    .bind("start", context.span().map(TimeSpan::start).orElse(null))
                    .bind("end", context.span().map(TimeSpan::end).orElse(null))
                    .execute();
            handle.createUpdate("UPDATE conversation SET updated_at = :at WHERE id = :id")
                    .bind("at", turn.at())
                    .bind("id", id.value())
                    .execute();
        });
    }

    @Override
    public Optional<ConversationHead> find(ConversationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(HEADS + "WHERE c.id = :id")
                .bind("id", id.value())
                .map(H2ConversationBook::head)
                .findOne());
    }

    @Override
    public List<Turn> last(ConversationId id, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM (SELECT * FROM conversation_turn WHERE conversation = :id"
                                + " ORDER BY ordinal DESC FETCH FIRST :most ROWS ONLY) ORDER BY ordinal")
                        .bind("id", id.value())
                        .bind("most", most)
                        .map(H2ConversationBook::turn)
                        .list());
    }

    @Override
    public List<Turn> from(ConversationId id, int number, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM conversation_turn WHERE conversation = :id AND"
                                + " ordinal >= :number ORDER BY ordinal FETCH FIRST :most ROWS ONLY")
                        .bind("id", id.value())
                        .bind("number", number)
                        .bind("most", most)
                        .map(H2ConversationBook::turn)
                        .list());
    }

    @Override
    public List<ConversationHead> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        HEADS + "ORDER BY c.updated_at DESC, c.id DESC FETCH FIRST :most ROWS ONLY")
                .bind("most", most)
                .map(H2ConversationBook::head)
                .list());
    }

    @Override
    public List<ConversationHead> search(String text, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(HEADS
                        + "WHERE LOCATE(LOWER(:text), LOWER(c.title)) > 0 OR EXISTS (SELECT 1 FROM conversation_turn t WHERE"
                        + " t.conversation = c.id AND (LOCATE(LOWER(:text), LOWER(t.question)) > 0 OR LOCATE(LOWER(:text),"
                        + " LOWER(t.answer)) > 0)) ORDER BY c.updated_at DESC, c.id DESC FETCH FIRST :most ROWS ONLY")
                .bind("text", text.strip())
                .bind("most", most)
                .map(H2ConversationBook::head)
                .list());
    }

    @Override
    public void delete(ConversationId id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM conversation WHERE id = :id")
                .bind("id", id.value())
                .execute());
    }

    @Override
    public void rate(ConversationId id, int turn, Rating rating) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE conversation_turn SET rating = :rating WHERE conversation = :id AND ordinal = :turn")
                .bind("rating", rating.name())
                .bind("id", id.value())
                .bind("turn", turn)
                .execute());
    }

    @Override
    public Summary summary(ConversationId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT summary_up_to, summary_prose FROM conversation WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> new Summary(
                        row.getInt("summary_up_to"),
                        lines(handle, id, "FACT"),
                        lines(handle, id, "DIGEST"),
                        row.getString("summary_prose")))
                .findOne()
                .orElse(Summary.NONE));
    }

    private static List<String> lines(Handle handle, ConversationId id, String kind) {
        return handle.createQuery(
                        "SELECT text FROM conversation_line WHERE conversation = :id AND kind = :kind ORDER BY ordinal")
                .bind("id", id.value())
                .bind("kind", kind)
                .mapTo(String.class)
                .list();
    }

    @Override
    public void keep(ConversationId id, Summary summary) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE conversation SET summary_up_to = :upTo, summary_prose = :prose WHERE id = :id")
                    .bind("upTo", summary.upTo())
                    .bind("prose", summary.prose())
                    .bind("id", id.value())
                    .execute();
            handle.createUpdate("DELETE FROM conversation_line WHERE conversation = :id")
                    .bind("id", id.value())
                    .execute();
            write(handle, id, "FACT", summary.facts());
            write(handle, id, "DIGEST", summary.digest());
        });
    }

    private static void write(Handle handle, ConversationId id, String kind, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            handle.createUpdate(
                            "INSERT INTO conversation_line (conversation, kind, ordinal, text) VALUES (:id, :kind, :i, :text)")
                    .bind("id", id.value())
                    .bind("kind", kind)
                    .bind("i", i)
                    .bind("text", lines.get(i))
                    .execute();
        }
    }

    private static ConversationHead head(ResultSet row, StatementContext context) throws SQLException {
        return new ConversationHead(
                new ConversationId(row.getLong("id")),
                row.getString("title"),
                InstantColumns.get(row, "updated_at"),
                row.getInt("turns"));
    }

    private static Turn turn(ResultSet row, StatementContext context) throws SQLException {
        String alarm = row.getString("alarm");
        String asset = row.getString("asset");
        Instant start = InstantColumns.getOrNull(row, "span_start");
        Instant end = InstantColumns.getOrNull(row, "span_end");
        return new Turn(
                row.getInt("ordinal"),
                InstantColumns.get(row, "at"),
                row.getString("question"),
                row.getString("answer"),
                row.getBoolean("evidence"),
                new Context(
                        null,
                        alarm == null ? null : new AlarmId(alarm),
                        asset == null ? null : new AssetId(asset),
                        LINE.splitAsStream(row.getString("sensors"))
                                .filter(text -> !text.isEmpty())
                                .map(SensorId::parse)
                                .toList(),
                        span(start, end)));
    }

    private static @Nullable TimeSpan span(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null ? null : new TimeSpan(start, end);
    }
}
