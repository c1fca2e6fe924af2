package dev.watchkeeper.app.settings;

import dev.watchkeeper.engine.notify.Problem;
import dev.watchkeeper.engine.notify.route.EscalationChain;
import dev.watchkeeper.engine.notify.route.EscalationChain.Step;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An escalation as a form: its steps one below the other, with an empty one at the end for another.
 *
 * @param chainOrNull as it is kept; null when it is new
 * @param settings from which recipients are chosen
 */
record EscalationDraft(@Nullable EscalationChain chainOrNull, NotifySettings settings) implements Draft {
    private static final int MOST_STEPS = 20;

    @Override
    public String title() {
        return chainOrNull == null ? "New escalation" : "Escalation " + chainOrNull.name();
    }

    @Override
    public List<Field> fields(Values values) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("name", "Name", "Nobody answers"));
        int steps = Math.min(MOST_STEPS, used(values) + 1);
        for (int step = 1; step <= steps; step++) {
            String before = step == 1 ? "the alarm" : "the step before";
            fields.add(Field.text(after(step), step + ". after (min)", "minutes after " + before));
            fields.add(Field.several(who(step), "    tell", People.choices(settings), ""));
        }
        fields.add(Field.text("repeat", "Repeat last every (min)", "never"));
        return fields;
    }

    /** The last step in which something stands. */
    private static int used(Values values) {
        int used = 0;
        for (int step = 1; step <= MOST_STEPS; step++) {
            if (!values.text(after(step)).isEmpty()
                    || !values.several(who(step)).isEmpty()) {
                used = step;
            }
        }
        return used;
    }

    private static String after(int step) {
        return "after" + step;
    }

    private static String who(int step) {
        return "who" + step;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> start = new HashMap<>();
        if (chainOrNull != null) {
            start.put("name", chainOrNull.name());
            for (int i = 0; i < chainOrNull.steps().size(); i++) {
                Step step = chainOrNull.steps().get(i);
                start.put(after(i + 1), minutes(step.after()));
                start.put(who(i + 1), Values.joined(step.recipients()));
            }
            start.put("repeat", chainOrNull.repeatEvery().isZero() ? "" : minutes(chainOrNull.repeatEvery()));
        }
        return start;
    }

    @Override
    public Result put(Values values, NotifySettings into) {
        List<Problem> problems = new ArrayList<>();
        String name = values.text("name");
        String own = chainOrNull == null ? null : chainOrNull.name();
        if (name.isEmpty()) {
            problems.add(new Problem("name", "Give it a name, such as Nobody answers."));
        } else if (Parts.taken(
                into.escalations().stream().map(EscalationChain::name).toList(), name, own)) {
            problems.add(new Problem("name", "Another escalation has this name; choose one of its own."));
        }
        List<Step> steps = new ArrayList<>();
        for (int step = 1; step <= Math.max(1, used(values)); step++) {
            step(values, step, problems).ifPresent(steps::add);
        }
        Optional<Duration> repeat = values.text("repeat").isEmpty()
                ? Optional.of(Duration.ZERO)
                : values.minutes("repeat").filter(every -> !every.isZero());
        if (repeat.isEmpty()) {
            problems.add(new Problem("repeat", "Enter minutes above 0, or nothing for never."));
        }
        if (!problems.isEmpty() || repeat.isEmpty()) {
            return Result.wrong(problems);
        }
        EscalationChain chain = new EscalationChain(name, steps, repeat.get());
        NotifySettings next = Parts.escalations(
                into, Parts.put(into.escalations(), each -> each.name().equals(own), chain));
        return Result.right(own == null ? next : renamed(next, own, name), "escalation " + name);
    }

    private static Optional<Step> step(Values values, int step, List<Problem> problems) {
        Optional<Duration> after = values.minutes(after(step)).filter(time -> !time.isZero());
        List<String> recipients = values.several(who(step));
        if (after.isEmpty()) {
            problems.add(new Problem(after(step), "Enter minutes above 0, such as 10."));
        }
        if (recipients.isEmpty()) {
            problems.add(new Problem(who(step), "Choose who is told in this step."));
        }
        return recipients.isEmpty() ? Optional.empty() : after.map(time -> new Step(time, recipients));
    }

    /** Rules that began the chain under its former name begin it under the new one. */
    private static NotifySettings renamed(NotifySettings settings, String before, String name) {
        return Parts.rules(
                settings,
                settings.rules().stream()
                        .map(rule -> rule.escalation().equals(before) ? Parts.escalating(rule, name) : rule)
                        .toList());
    }

    /** Such as "10 min: ada · Mail; 20 min: ben · SMS; again every 30 min". */
    static String words(EscalationChain chain, NotifySettings settings) {
        String steps = chain.steps().stream()
                .map(step -> minutes(step.after()) + " min: " + People.words(step.recipients(), settings))
                .collect(Collectors.joining("; "));
        return chain.repeatEvery().isZero() ? steps : steps + "; again every " + minutes(chain.repeatEvery()) + " min";
    }

    private static String minutes(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds % 60 == 0 ? Long.toString(seconds / 60) : Double.toString(seconds / 60.0);
    }
}
