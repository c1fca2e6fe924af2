package dev.watchkeeper.app.launch;

import dev.watchkeeper.app.models.ModelPorts;

final class Pending {
    private Pending() {}

    static ModelPorts models() {
        throw new IllegalStateException("not wired yet");
    }
}
