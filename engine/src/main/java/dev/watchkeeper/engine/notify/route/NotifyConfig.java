package dev.watchkeeper.engine.notify.route;

import dev.watchkeeper.engine.secret.SecretException;
import dev.watchkeeper.engine.secret.SecretName;
import dev.watchkeeper.engine.secret.SecretStore;
import dev.watchkeeper.engine.settings.Setting;
import dev.watchkeeper.engine.settings.SettingsBook;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings of notifications, kept in the book of settings but for the secrets, which a store of secrets keeps. Thread-safe. */
public final class NotifyConfig implements Supplier<NotifySettings> {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyConfig.class);
    private static final Setting<NotifySettings> SETTING =
            new Setting<>("notify", NotifySettings.class, NotifySettings.NONE);

    private final SettingsBook book;
    private final SecretStore secrets;
    private volatile NotifySettings current;

    /** Reads what is kept. A secret that cannot be read is left empty, and the log says so. */
    public NotifyConfig(SettingsBook book, SecretStore secrets) {
        this.book = book;
        this.secrets = secrets;
        NotifySettings kept = book.get(SETTING);
        current =
                kept.withChannels(kept.channels().stream().map(this::withSecret).toList());
    }

    private ChannelEntry withSecret(ChannelEntry entry) {
        try {
            return secrets.find(name(entry.id()))
                    .map(secret -> entry.withSettings(entry.settings().withSecret(secret)))
                    .orElse(entry);
        } catch (SecretException e) {
            LOG.warn("the secret of channel {} cannot be read: {}", entry.id(), e.getMessage());
            return entry;
        }
    }

    /** The settings as they stand, with their secrets. */
    @Override
    public NotifySettings get() {
        return current;
    }

    /**
     * Keeps other settings in place of these, secrets first.
     *
     * @throws SecretException when a secret cannot be kept; then nothing of the settings has changed
     */
    public synchronized void save(NotifySettings settings) {
        for (ChannelEntry entry : settings.channels()) {
            secrets.put(name(entry.id()), entry.settings().secret());
        }
        book.set(SETTING, settings);
        NotifySettings before = current;
        current = settings;
        for (ChannelEntry entry : before.channels()) {
            if (settings.channel(entry.id()).isEmpty()) {
                secrets.remove(name(entry.id()));
            }
        }
    }

    private static SecretName name(String channel) {
        return new SecretName("channel." + channel);
    }
}
