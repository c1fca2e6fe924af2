package dev.watchkeeper.app.rules;

import dev.watchkeeper.app.screen.Formats;
import dev.watchkeeper.app.screen.Words;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.alarm.rule.AlarmRule;
import dev.watchkeeper.engine.alarm.rule.DurationText;
import dev.watchkeeper.engine.alarm.rule.RuleField;
import dev.watchkeeper.engine.alarm.rule.RuleId;
import dev.watchkeeper.engine.alarm.rule.RuleKind;
import dev.watchkeeper.engine.alarm.rule.Severity;
import dev.watchkeeper.engine.alarm.rule.SignalType;
import dev.watchkeeper.engine.signal.Sensor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the standards advise on a rule that is being written. UI thread. */
final class RuleAdvice {
    private final RulePorts ports;
    private final RuleFormViewModel form;

    RuleAdvice(RulePorts ports, RuleFormViewModel form) {
        this.ports = ports;
        this.form = form;
    }

    /**
     * Texts to put into fields.
     *
     * @param sentence says why
     */
    record Proposal(String sentence, Map<RuleField, String> texts) {
        Proposal {
            texts = Map.copyOf(texts);
        }
    }

    /** Delays and deadband for the kind of signal; empty where it is not known, or they stand there already. */
    Optional<Proposal> startingValues() {
        RuleKind kind = form.kindProperty().get();
        if (kind != RuleKind.LIMIT_VALUE && kind != RuleKind.RATE_OF_CHANGE) {
            return Optional.empty();
        }
        return form.sensor()
                .flatMap(sensor -> SignalType.of(sensor).map(type -> proposal(sensor, type)))
                .filter(proposal -> proposal.texts().entrySet().stream()
                        .anyMatch(
                                each -> !form.text(each.getKey()).get().strip().equals(each.getValue())));
    }

    private Proposal proposal(Sensor sensor, SignalType type) {
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        texts.put(RuleField.ON_DELAY, DurationText.written(type.delay()));
        texts.put(RuleField.OFF_DELAY, DurationText.written(type.delay()));
        String percent = Math.round(type.deadbandShare() * 100) + " %";
        String deadband = percent + " deadband";
        OptionalDouble limit = number(RuleField.LIMIT);
        if (form.kindProperty().get() == RuleKind.LIMIT_VALUE && limit.isPresent()) {
            double value = type.deadband(sensor, limit.getAsDouble());
            texts.put(RuleField.DEADBAND, plain(value));
            deadband += " (" + Formats.exact(Double.parseDouble(plain(value)), sensor.unit())
                    + (sensor.range().isPresent() ? " of its range)" : " of the limit, as its range is not known)");
        }
        return new Proposal(
                "ISA-18.2 and EEMUA 191 begin with " + DurationText.written(type.delay()) + " and " + deadband
                        + " for a " + type.words() + ".",
                texts);
    }

    /** The priority that follows from how bad it is and the time there is; empty while no time is given. */
    Optional<Priority> priority(Severity severity) {
        return DurationText.read(form.text(RuleField.TIME_TO_RESPOND).get())
                .filter(time -> !time.isZero())
                .map(severity::priority);
    }

    /** How the priorities of all rules are shared out with this one. */
    String shares() {
        Optional<AlarmRule> mine = form.checkProperty().get().rule();
        Optional<RuleId> id = mine.map(AlarmRule::id);
        List<AlarmRule> others = ports.rules().all().stream()
                .filter(rule -> id.isEmpty() || !rule.id().equals(id.get()))
                .toList();
        Map<Priority, Long> counts = java.util.stream.Stream.concat(others.stream(), mine.stream())
                .collect(Collectors.groupingBy(
                        AlarmRule::priority, () -> new EnumMap<>(Priority.class), Collectors.counting()));
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return "Of all rules about 80 % should be low, 15 % medium, 5 % high.";
        }
        String now = java.util.stream.Stream.of(Priority.LOW, Priority.MEDIUM, Priority.HIGH)
                .map(priority -> Math.round(100.0 * counts.getOrDefault(priority, 0L) / all) + " % "
                        + Words.of(priority).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "All " + all + " rules with this one: " + now + "; wanted are about 80 / 15 / 5 %.";
    }

    private OptionalDouble number(RuleField field) {
        try {
            return OptionalDouble.of(
                    Double.parseDouble(form.text(field).get().strip().replace(',', '.')));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
