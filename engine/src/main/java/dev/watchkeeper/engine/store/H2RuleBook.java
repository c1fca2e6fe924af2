package dev.watchkeeper.engine.store;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.RuleBook;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleVersion;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.signal.AssetId;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.wire.RuleCodec;
import dev.watchkeeper.engine.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Rules in table {@code alarm_rule_version}, which only grows. */
final class H2RuleBook implements RuleBook {
    private final Jdbi jdbi;

    H2RuleBook(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<RuleVersion> newest() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM alarm_rule_version AS v WHERE number ="
                        + " (SELECT MAX(number) FROM alarm_rule_version AS w WHERE w.asset = v.asset AND w.name = v.name)"
                        + " ORDER BY asset, name")
                .map((row, context) -> version(row))
                .list());
    }

    @Override
    public List<RuleVersion> history(RuleId id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM alarm_rule_version WHERE asset = :asset AND name = :name ORDER BY number")
                .bind("asset", id.asset().value())
                .bind("name", id.name())
                .map((row, context) -> version(row))
                .list());
    }

    @Override
    public void add(RuleVersion version) {
        AlarmRule rule = version.ruleOrNull();
        Guidance guidance = rule == null ? null : rule.guidance();
        try {
            jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO alarm_rule_version (asset, name, number, who, at,"
                            + " why, condition, priority, cause, consequence, action, time_to_respond, latching,"
                            + " realarm_after, enabled) VALUES (:asset, :name, :number, :who, :at, :why, :condition,"
                            + " :priority, :cause, :consequence, :action, :timeToRespond, :latching, :realarmAfter,"
                            + " :enabled)")
                    .bind("asset", version.id().asset().value())
                    .bind("name", version.id().name())
                    .bind("number", version.number())
                    .bind("who", version.by())
                    .bind("at", version.at())
                    .bind("why", version.why())
                    .bind("condition", rule == null ? null : written(rule.condition()))
                    .bind("priority", rule == null ? null : rule.priority().name())
                    .bind("cause", guidance == null ? null : guidance.cause())
                    .bind("consequence", guidance == null ? null : guidance.consequence())
                    .bind("action", guidance == null ? null : guidance.action())
                    .bind(
                            "timeToRespond",
                            guidance == null ? null : guidance.timeToRespond().toString())
                    .bind("latching", rule == null ? null : rule.traits().latching())
                    .bind(
                            "realarmAfter",
                            rule == null
                                    ? null
                                    : rule.traits()
                                            .realarmAfter()
                                            .map(Duration::toString)
                                            .orElse(null))
                    .bind("enabled", rule == null ? null : rule.enabled())
                    .execute());
        } catch (UnableToExecuteStatementException e) {
            if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
                throw new IllegalStateException(
                        "rule " + version.id() + " has a version " + version.number()
                                + " already: somebody else changed it; look at it again",
                        e);
            }
            throw e;
        }
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        return new RuleVersion(
                new RuleId(new AssetId(row.getString("asset")), row.getString("name")),
                row.getInt("number"),
                ruleOrNull(row),
                row.getString("who"),
                InstantColumns.get(row, "at"),
                row.getString("why"));
    }

    private static @Nullable AlarmRule ruleOrNull(ResultSet row) throws SQLException {
        String condition = row.getString("condition");
        if (condition == null) {
            return null;
        }
        String realarm = row.getString("realarm_after");
        return new AlarmRule(
                read(condition),
                Priority.valueOf(row.getString("priority")),
                new Guidance(
                        row.getString("cause"),
                        row.getString("consequence"),
                        row.getString("action"),
                        Duration.parse(row.getString("time_to_respond"))),
                new AlarmTraits(row.getBoolean("latching"), realarm == null ? null : Duration.parse(realarm)),
                row.getBoolean("enabled"));
    }

    private static String written(Condition condition) {
        return new String(RuleCodec.encode(RuleUpdate.watch(condition)), StandardCharsets.UTF_8);
    }

    private static Condition read(String text) throws SQLException {
        try {
            return RuleCodec.decode(text.getBytes(StandardCharsets.UTF_8))
                    .condition()
                    .orElseThrow(() -> new SQLException("a rule without a condition: " + text));
        } catch (WireException e) {
            throw new SQLException("a rule's condition is not what was written: " + text, e);
        }
    }
}
