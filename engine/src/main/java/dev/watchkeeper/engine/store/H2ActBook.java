package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.assistant.plant.ActBook;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Acts in table {@code assistant_act}. */
final class H2ActBook implements ActBook {
    private final Jdbi jdbi;

    H2ActBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void append(Entry entry) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO assistant_act (at, who, verb, object, old_value, new_value, outcome)"
                                + " VALUES (:at, :who, :verb, :object, :before, :after, :outcome)")
                .bind("at", entry.at())
                .bind("who", entry.user())
                .bind("verb", entry.verb())
                .bind("object", entry.object())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("outcome", entry.outcome())
                .execute());
    }

    @Override
    public List<Entry> newest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM assistant_act ORDER BY line DESC FETCH FIRST :most ROWS ONLY")
                .bind("most", most)
                .map((row, context) -> new Entry(
                        InstantColumns.get(row, "at"),
                        row.getString("who"),
                        row.getString("verb"),
                        row.getString("object"),
                        row.getString("old_value"),
                        row.getString("new_value"),
                        row.getString("outcome")))
                .list());
    }
}
