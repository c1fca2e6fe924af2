package dev.watchkeeper.engine.alarm.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a draft and gathers what is wrong with them; null stands for what could not be read. One thread. */
final class FieldReader {
    private final RuleDraft draft;
    private final List<RuleProblem> problems = new ArrayList<>();

    FieldReader(RuleDraft draft) {
        this.draft = draft;
    }

    List<RuleProblem> problems() {
        return problems;
    }

    void wrong(RuleField field, String text) {
        problems.add(new RuleProblem(field, text));
    }

    String text(RuleField field) {
        return draft.text(field);
    }

    @Nullable String required(RuleField field) {
        String text = draft.text(field);
        if (text.isEmpty()) {
            wrong(field, "Fill in the " + field.words() + ".");
            return null;
        }
        return text;
    }

    @Nullable Double number(RuleField field) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            wrong(field, "Give the " + field.words() + " as a number such as 6.5.");
            return null;
        }
        wrong(field, "Give the " + field.words() + " as a finite number.");
        return null;
    }

    @Nullable Duration duration(RuleField field, Duration least, Duration most) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        Duration duration = DurationText.read(text).orElse(null);
        if (duration == null) {
            wrong(field, "Give the " + field.words() + " with its unit, such as 30 s, 5 min or 2 h.");
            return null;
        }
        if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            wrong(
                    field,
                    "Give " + DurationText.written(least) + " to " + DurationText.written(most) + " as the "
                            + field.words() + ".");
            return null;
        }
        return duration;
    }

    <E extends Enum<E>> @Nullable E choice(RuleField field, Class<E> type) {
        String text = required(field);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text.replace(' ', '_').replace('-', '_'))) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        wrong(field, "Choose one of " + choices + ".");
        return null;
    }
}
