package dev.watchkeeper.app.launch;

import dev.watchkeeper.engine.alarm.AlarmTraits;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.Rules;
import dev.watchkeeper.engine.detect.Sensitivity;
import dev.watchkeeper.engine.detect.rule.Condition;
import dev.watchkeeper.engine.detect.rule.Condition.Level;
import dev.watchkeeper.engine.detect.rule.Delays;
import dev.watchkeeper.engine.signal.Guidance;
import dev.watchkeeper.engine.signal.SensorId;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule as it is written on a command line: the id of one that stands, or a condition. */
record WrittenRule(String text, double deadband, Duration over, Delays delays) {
    private static final Pattern CONDITION =
            Pattern.compile("([^/<>]+)/([^/<>:]+)(:rate|:missing)?\\s*([<>])\\s*(\\S.*)");
    private static final Guidance NONE =
            new Guidance("Tried from the command line.", "Not said.", "Not said.", Duration.ofMinutes(30));

    /** @throws UserError when it is neither; says how it is written */
    AlarmRule read(Rules rules) {
        try {
            Matcher matcher = CONDITION.matcher(text);
            if (matcher.matches()) {
                return rule(condition(matcher));
            }
            RuleId id = RuleId.parse(text);
            return rules.find(id)
                    .or(() -> usual(id))
                    .orElseThrow(() -> new UserError("There is no rule " + id
                            + "; watchkeeper rules lists them. A condition is written like" + " P-101/pressure>4.2."));
        } catch (IllegalArgumentException e) {
            throw new UserError("That is no rule: " + e.getMessage() + ".");
        }
    }

    private Optional<AlarmRule> usual(RuleId id) {
        return switch (id.name()) {
            case Condition.Anomaly.NAME ->
                Optional.of(rule(new Condition.Anomaly(id.asset(), Sensitivity.NORMAL.falseAlarmsPerDay(), delays)));
            case Condition.Drift.NAME -> Optional.of(rule(new Condition.Drift(id.asset())));
            default -> Optional.empty();
        };
    }

    private Condition condition(Matcher matcher) {
        SensorId sensor = SensorId.of(matcher.group(1).strip(), matcher.group(2).strip());
        boolean above = matcher.group(4).equals(">");
        String of = matcher.group(3) == null ? "" : matcher.group(3);
        String value = matcher.group(5).strip();
        if (!of.isEmpty() && !above) {
            throw new IllegalArgumentException("after " + of + " stands >, since there is only a most of it");
        }
        return switch (of) {
            case ":rate" -> new Condition.RateOfChange(sensor, number(value), deadband, over, delays);
            case ":missing" ->
                new Condition.MissingData(
                        sensor,
                        DurationText.read(value)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(value + " is no duration such as 30s or PT5M")));
            default -> new Condition.Limit(sensor, above ? Level.HIGH : Level.LOW, number(value), deadband, delays);
        };
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(text + " is no number", e);
        }
    }

    private static AlarmRule rule(Condition condition) {
        return new AlarmRule(condition, Priority.LOW, NONE, AlarmTraits.PLAIN, true);
    }
}
