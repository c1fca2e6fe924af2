package dev.watchkeeper.engine.notify;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the reader of a message may acknowledge its alarm: by a code, and by a link where one can be built. The code is as
 * good as a signature while it lasts, so it is not shown by {@link #toString}.
 */
public record AckOffer(String code, @Nullable URI linkOrNull) {
    public Optional<URI> link() {
        return Optional.ofNullable(linkOrNull);
    }

    @Override
    public String toString() {
        return "AckOffer[" + (linkOrNull == null ? "by code" : "by code or link") + "]";
    }
}
