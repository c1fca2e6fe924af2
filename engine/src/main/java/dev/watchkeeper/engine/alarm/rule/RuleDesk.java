package dev.watchkeeper.engine.alarm.rule;

import dev.watchkeeper.engine.alarm.AlarmDefinition;
import dev.watchkeeper.engine.alarm.AlarmDefinitions;
import dev.watchkeeper.engine.alarm.AlarmSource;
import dev.watchkeeper.engine.detect.rule.RuleUpdate;
import dev.watchkeeper.engine.live.Assets;
import dev.watchkeeper.engine.signal.Subscription;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where rules change. A change is in the book before anybody hears of it, then it is published; what cannot be
 * published at present is tried again in {@link #publishPending}.
 *
 * <p>Thread-safe. Listeners hear of changes in their order, while the lock is held.
 */
public final class RuleDesk implements Rules, AlarmDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(RuleDesk.class);

    private final RuleBook book;
    private final RuleForm form;
    private final RuleDefinitions definitions;
    private final InstantSource clock;
    private final Map<RuleId, RuleVersion> newest = new ConcurrentSkipListMap<>();
    private final Set<RuleId> pending = new HashSet<>();
    private final List<Consumer<RuleVersion>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    private @Nullable RulePublisher publisher;

    /** Takes up the rules of the book; nothing is published until {@link #publishTo}. */
    public RuleDesk(RuleBook book, Assets assets, InstantSource clock) {
        this.book = book;
        this.clock = clock;
        form = new RuleForm(assets);
        definitions = new RuleDefinitions(new RuleWording(assets));
        book.newest().forEach(version -> newest.put(version.id(), version));
    }

    /** Publishes all rules, and from now on each change. */
    public void publishTo(RulePublisher rulePublisher) {
        synchronized (changing) {
            publisher = rulePublisher;
            pending.addAll(newest.keySet());
            publishPending();
        }
    }

    /** Tries again to publish what could not be published. */
    public void publishPending() {
        synchronized (changing) {
            RulePublisher to = publisher;
            if (to == null) {
                return;
            }
            for (RuleId id : List.copyOf(pending)) {
                try {
                    to.publish(update(Objects.requireNonNull(newest.get(id))));
                    pending.remove(id);
                } catch (RuntimeException e) {
                    LOG.warn("Rule {} could not be published; it is tried again", id, e);
                    return;
                }
            }
        }
    }

    @Override
    public List<AlarmRule> all() {
        return newest.values().stream()
                .flatMap(version -> version.rule().stream())
                .toList();
    }

    @Override
    public Optional<AlarmRule> find(RuleId id) {
        return Optional.ofNullable(newest.get(id)).flatMap(RuleVersion::rule);
    }

    @Override
    public List<RuleVersion> history(RuleId id) {
        return book.history(id);
    }

    @Override
    public RuleCheck check(RuleDraft draft) {
        return form.check(draft, all());
    }

    @Override
    public void save(AlarmRule rule, String user, String why) {
        synchronized (changing) {
            if (!find(rule.id()).equals(Optional.of(rule))) {
                add(rule.id(), rule, user, why);
            }
        }
    }

    @Override
    public void remove(RuleId id, String user, String why) {
        synchronized (changing) {
            if (find(id).isPresent()) {
                add(id, null, user, why);
            }
        }
    }

    @Override
    public boolean undo(RuleId id, String user) {
        synchronized (changing) {
            List<RuleVersion> history = book.history(id);
            if (history.isEmpty()) {
                return false;
            }
            int last = history.size() - 1;
            AlarmRule before = last == 0 ? null : history.get(last - 1).ruleOrNull();
            add(id, before, user, "version " + history.get(last).number() + " taken back");
            return true;
        }
    }

    @Override
    public Subscription onChange(Consumer<RuleVersion> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Detectors speak under their own names; what is laid down for them is the asset's anomaly rule. */
    @Override
    public Optional<AlarmDefinition> of(AlarmSource source) {
        boolean detector = RuleDefinitions.isDetector(source);
        RuleId id = RuleDefinitions.ruleOf(source);
        RuleVersion version = newest.get(id);
        if (version == null) {
            return Optional.empty();
        }
        return version.rule()
                .map(rule -> definitions.definition(rule, rule.enabled()))
                .or(() -> detector ? Optional.empty() : lastKnown(id).map(rule -> definitions.definition(rule, false)));
    }

    /** Of a removed rule, whose last words may still be under way. */
    private Optional<AlarmRule> lastKnown(RuleId id) {
        List<RuleVersion> history = book.history(id);
        for (int i = history.size() - 1; i >= 0; i--) {
            Optional<AlarmRule> rule = history.get(i).rule();
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private void add(RuleId id, @Nullable AlarmRule rule, String user, String why) {
        RuleVersion before = newest.get(id);
        RuleVersion version =
                new RuleVersion(id, before == null ? 1 : before.number() + 1, rule, user, clock.instant(), why);
        book.add(version);
        newest.put(id, version);
        pending.add(id);
        publishPending();
        for (Consumer<RuleVersion> listener : listeners) {
            try {
                listener.accept(version);
            } catch (RuntimeException e) {
                LOG.error("a listener failed on rule {}", id, e);
            }
        }
    }

    private static RuleUpdate update(RuleVersion version) {
        return version.rule()
                .map(AlarmRule::update)
                .orElseGet(() ->
                        RuleUpdate.forget(version.id().asset(), version.id().name()));
    }
}
