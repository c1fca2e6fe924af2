package dev.watchkeeper.engine.notify.watch;

import dev.watchkeeper.engine.alarm.Alarm;
import dev.watchkeeper.engine.alarm.AlarmId;
import dev.watchkeeper.engine.alarm.DriftAlarms;
import dev.watchkeeper.engine.alarm.JournalEntry;
import dev.watchkeeper.engine.alarm.Priority;
import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.Recipient;
import dev.watchkeeper.engine.notify.outbox.OutboxItem;
import dev.watchkeeper.engine.notify.route.EscalationChain;
import dev.watchkeeper.engine.notify.route.NotifySettings;
import dev.watchkeeper.engine.notify.route.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One step of the watch: takes what happened and what is due, and gathers what follows, to be written as one. One thread. */
final class WatchStep {
    /** So many notices that become known together are told one by one. */
    static final int MOST_SINGLE = 3;

    private final WatchBook book;
    private final NotifySettings settings;
    private final Router router;
    private final FloodGauge flood;
    private final Instant now;
    private final Map<String, Instant> lastDigests;

    private long line;
    private final List<OutboxItem> messages = new ArrayList<>();
    private final List<Held> hold = new ArrayList<>();
    private final List<Held> release = new ArrayList<>();
    private final Map<AlarmId, Priority> told = new LinkedHashMap<>();
    private final Map<PendingKey, Pending> escalate = new LinkedHashMap<>();
    private final List<Pending> ended = new ArrayList<>();
    private final Set<AlarmId> settled = new HashSet<>();
    private final Map<String, Instant> digests = new HashMap<>();

    private record PendingKey(AlarmId alarm, String chain) {}

    WatchStep(WatchBook book, NotifySettings settings, FloodGauge flood, long line, Instant now) {
        this.book = book;
        this.settings = settings;
        this.flood = flood;
        this.line = line;
        this.now = now;
        router = new Router(settings);
        lastDigests = book.lastDigests();
    }

    /**
     * Works in a line of the journal, with the alarm as it stands by now: what is over already is not told. An alarm of drift is
     * passed over; who is told of drift is told of it as such.
     */
    void take(Happening happening, List<Pending> running) {
        line = happening.line();
        Alarm alarm = happening.alarm();
        if (alarm.rule().equals(DriftAlarms.RULE)) {
            return;
        }
        JournalEntry entry = happening.entry();
        if (entry.kind() == JournalEntry.Kind.RAISED) {
            flood.raised(entry.at());
        }
        if (alarm.state().acknowledged()) {
            settled.add(alarm.id());
        } else if (entry.kind() == JournalEntry.Kind.RAISED) {
            tellAlarm(Notices.raised(alarm, entry.at()), alarm, entry.at(), running);
        } else if (entry.kind() == JournalEntry.Kind.WORSENED) {
            worsened(alarm, entry.at(), running);
        }
    }

    private void worsened(Alarm alarm, Instant at, List<Pending> running) {
        Optional<Priority> before = Optional.ofNullable(told.get(alarm.id())).or(() -> book.told(alarm.id()));
        if (before.isEmpty()) {
            told.put(alarm.id(), alarm.priority());
        } else if (alarm.priority().compareTo(before.get()) > 0) {
            tellAlarm(Notices.worsened(alarm, before.get(), at), alarm, at, running);
        }
    }

    private void tellAlarm(Notice notice, Alarm alarm, Instant at, List<Pending> running) {
        told.put(alarm.id(), alarm.priority());
        tell(notice);
        for (EscalationChain chain : router.escalations(notice, now)) {
            PendingKey key = new PendingKey(alarm.id(), chain.name());
            boolean runs = escalate.containsKey(key)
                    || running.stream()
                            .anyMatch(each -> each.alarm().equals(alarm.id())
                                    && each.chain().equals(chain.name()));
            if (!runs) {
                Instant due = at.plus(chain.steps().get(0).after());
                escalate.put(key, new Pending(alarm.id(), chain.name(), 0, due));
            }
        }
    }

    /** Tells a notice to all whom the rules name. */
    void tell(Notice notice) {
        send(notice, router.recipients(notice, now));
    }

    /** Tells notices that became known together: a few one by one, more of them in one summary for each channel. */
    void tellTogether(List<Notice> notices) {
        if (notices.size() <= MOST_SINGLE) {
            notices.forEach(this::tell);
            return;
        }
        for (Notice notice : notices) {
            for (Recipient recipient : router.recipients(notice, now)) {
                Instant due = heldUntil(notice, recipient).orElse(now);
                hold.add(new Held(notice, recipient, due));
            }
        }
    }

    private void send(Notice notice, List<Recipient> recipients) {
        Map<String, List<Recipient>> together = new LinkedHashMap<>();
        for (Recipient recipient : recipients) {
            Optional<Instant> due = heldUntil(notice, recipient);
            if (due.isPresent()) {
                hold.add(new Held(notice, recipient, due.get()));
            } else {
                // Who may acknowledge gets a message of his own, for the code in it stands for him.
                boolean alone = notice.alarm().isPresent() || !router.severalAddresses(recipient.channel());
                together.computeIfAbsent(
                                recipient.channel() + (alone ? "/" + recipient.id() : ""), key -> new ArrayList<>())
                        .add(recipient);
            }
        }
        together.values().forEach(group -> messages.add(OutboxItem.of(notice, group, now)));
    }

    private Optional<Instant> heldUntil(Notice notice, Recipient recipient) {
        Optional<Instant> quiet = router.quietUntil(recipient, notice.priority(), now);
        Instant since = flood.since();
        if (since == null || !notice.kind().heldInFloods()) {
            return quiet;
        }
        Instant first = since.plus(settings.flood().gather());
        Instant next = nextDigest(recipient.channel());
        Instant due = next.isAfter(first) ? next : first;
        return Optional.of(quiet.filter(end -> end.isAfter(due)).orElse(due));
    }

    private Instant nextDigest(String channel) {
        Instant last = digests.getOrDefault(channel, lastDigests.getOrDefault(channel, Instant.MIN));
        return last.equals(Instant.MIN) ? last : last.plus(settings.flood().interval());
    }

    /** Takes the escalations that are due. */
    void escalate(List<Pending> running) {
        for (Pending each : running) {
            if (each.due().isAfter(now) || settled.contains(each.alarm())) {
                continue;
            }
            Optional<EscalationChain> chain = settings.escalation(each.chain());
            Optional<Alarm> alarm = book.alarm(each.alarm());
            if (alarm.isEmpty() || alarm.get().state().acknowledged()) {
                settled.add(each.alarm());
            } else if (chain.isEmpty()) {
                ended.add(each);
            } else {
                step(each, chain.get(), alarm.get());
            }
        }
    }

    private void step(Pending pending, EscalationChain chain, Alarm alarm) {
        int last = chain.steps().size() - 1;
        int step = Math.min(pending.step(), last);
        send(
                Notices.unacknowledged(alarm, chain.name(), pending.step(), now),
                router.known(chain.steps().get(step).recipients()));
        if (step < last) {
            Instant due = now.plus(chain.steps().get(step + 1).after());
            escalate.put(
                    new PendingKey(alarm.id(), chain.name()), new Pending(alarm.id(), chain.name(), step + 1, due));
        } else if (chain.repeatEvery().isZero()) {
            ended.add(pending);
        } else {
            escalate.put(
                    new PendingKey(alarm.id(), chain.name()),
                    new Pending(alarm.id(), chain.name(), pending.step() + 1, now.plus(chain.repeatEvery())));
        }
    }

    /** Tells what was held back and may be told, at most one digest for each channel. */
    void digest(List<Held> held) {
        Digest digest = new Digest(router, now);
        for (Held each : held) {
            if (!each.due().isAfter(now)
                    && !nextDigest(each.recipient().channel()).isAfter(now)) {
                digest.add(each);
            }
        }
        messages.addAll(digest.messages());
        release.addAll(digest.told());
        digest.channels().forEach(channel -> digests.put(channel, now));
    }

    FloodGauge flood() {
        return flood;
    }

    boolean changesNothing(WatchState before) {
        return changes()
                .equals(new WatchChanges(
                        before, List.of(), List.of(), List.of(), Map.of(), List.of(), List.of(), Set.of(), Map.of()));
    }

    WatchChanges changes() {
        return new WatchChanges(
                new WatchState(line, flood.since()),
                messages,
                hold,
                release,
                told,
                escalate.values().stream()
                        .filter(each -> !settled.contains(each.alarm()))
                        .toList(),
                ended,
                settled,
                digests);
    }
}
