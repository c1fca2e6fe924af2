package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.notify.Notice;
import dev.watchkeeper.engine.notify.NoticeText;
import dev.watchkeeper.engine.notify.Notices;
import dev.watchkeeper.engine.notify.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Tries out settings that need not be kept yet: "Send test" of a dialog. Thread-safe; waits for the server's answer. */
public final class Trial {
    private final ChannelFactory factory;
    private final NoticeText text;
    private final InstantSource clock;

    public Trial(ChannelFactory factory, NoticeText text, InstantSource clock) {
        this.factory = factory;
        this.text = text;
        this.clock = clock;
    }

    /** Sends a test message and returns what the server says; refused without sending where something has to be mended first. */
    public Delivery send(String label, ChannelSettings settings, String address) {
        List<String> problems =
                settings.problems().stream().map(Problem::advice).collect(Collectors.toList());
        problems.addAll(settings.addressProblems(address));
        if (!problems.isEmpty()) {
            return Delivery.refused("Nothing was sent. " + String.join(" ", problems));
        }
        Notice notice = Notices.test(label.isBlank() ? "without a name" : label, clock.instant());
        try (Channel channel = factory.open(settings)) {
            return channel.send(text.message(notice.id(), notice, null), List.of(address));
        }
    }
}
