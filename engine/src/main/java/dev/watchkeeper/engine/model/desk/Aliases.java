package dev.watchkeeper.engine.model.desk;

import dev.watchkeeper.engine.model.deploy.Role;
import dev.watchkeeper.engine.model.deploy.Takeover;
import dev.watchkeeper.engine.model.tracking.ModelAlias;
import dev.watchkeeper.engine.model.tracking.Tracking;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the aliases of tracking as was decided. A version without a run, an imported one, leaves its alias unused. */
final class Aliases {
    private static final Logger LOG = LoggerFactory.getLogger(Aliases.class);

    private final Tracking tracking;
    private final ModelBook book;

    Aliases(Tracking tracking, ModelBook book) {
        this.tracking = tracking;
        this.book = book;
    }

    /** Sets what differs. A failure is logged: it must not hinder what was decided, and the next decision sets it right. */
    void follow(Standing standing) {
        try {
            for (Role role : Role.values()) {
                follow(standing, role);
            }
        } catch (RuntimeException e) {
            LOG.warn("The aliases of the model of {} could not be set", standing.asset(), e);
        }
    }

    private void follow(Standing standing, Role role) {
        ModelAlias alias = ModelAlias.valueOf(role.name());
        int number = standing.place(role).number();
        int tracked = number != Takeover.NONE
                        && book.version(standing.asset(), number)
                                .flatMap(ModelEntry::run)
                                .isPresent()
                ? number
                : Takeover.NONE;
        int now = tracking.runs(standing.asset()).stream()
                .filter(run -> run.aliases().contains(alias))
                .mapToInt(run -> run.modelNumber())
                .findFirst()
                .orElse(Takeover.NONE);
        if (now == tracked) {
            return;
        }
        if (tracked == Takeover.NONE) {
            tracking.deleteAlias(standing.asset(), alias);
        } else {
            tracking.setAlias(standing.asset(), alias, tracked);
        }
    }
}
