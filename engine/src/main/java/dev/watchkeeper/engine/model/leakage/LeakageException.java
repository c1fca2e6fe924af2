package dev.watchkeeper.engine.model.leakage;

import java.util.List;
import java.util.stream.Collectors;

/** A model was told what it could not have known, so nothing that was measured of it can be trusted. */
public final class LeakageException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final transient List<LeakageFinding> findings;

    LeakageException(List<LeakageFinding> findings) {
        super(findings.stream()
                .map(LeakageFinding::sentence)
                .collect(Collectors.joining(" ", "What is to be measured leaks into the training. ", "")));
        this.findings = List.copyOf(findings);
    }

    public List<LeakageFinding> findings() {
        return findings;
    }
}
