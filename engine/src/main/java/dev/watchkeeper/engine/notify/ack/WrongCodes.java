package dev.watchkeeper.engine.notify.ack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts wrong codes, so that nobody can try them all: five of one name or fifty of all within ten minutes, and no more are
 * looked at until the first of them is ten minutes old. At fifty in ten minutes, one of a thousand codes of 40 bits that are
 * valid at a time would be met in some 400 years. Thread-safe.
 */
final class WrongCodes {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MOST_OF_ONE = 5;
    private static final int MOST_OF_ALL = 50;
    private static final int MOST_NAMES = 1_000;

    private final Deque<Instant> ofAll = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> ofOne = new LinkedHashMap<>();

    synchronized void count(String by, Instant now) {
        ofAll.add(now);
        ofOne.computeIfAbsent(by, name -> new ArrayDeque<>()).add(now);
        if (ofOne.size() > MOST_NAMES) {
            ofOne.remove(ofOne.keySet().iterator().next());
        }
    }

    synchronized Optional<Instant> barredUntil(String by, Instant now) {
        Deque<Instant> one = ofOne.getOrDefault(by, new ArrayDeque<>());
        forgetOld(one, now);
        forgetOld(ofAll, now);
        if (one.isEmpty()) {
            ofOne.remove(by);
        }
        if (ofAll.size() >= MOST_OF_ALL) {
            return Optional.of(ofAll.getFirst().plus(WINDOW));
        }
        return one.size() >= MOST_OF_ONE ? Optional.of(one.getFirst().plus(WINDOW)) : Optional.empty();
    }

    private static void forgetOld(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
    }
}
