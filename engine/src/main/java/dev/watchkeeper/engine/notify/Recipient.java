package dev.watchkeeper.engine.notify;

/**
 * Somebody who can be reached over one channel. A person with an e-mail address and a telephone is two recipients of the
 * same user.
 *
 * @param id by which rules name it; never changed
 * @param user under whose name an alarm is acknowledged with a code that was sent here
 * @param channel the id of the channel
 * @param address as the channel understands it: an e-mail address, a telephone number, a topic; empty where the channel
 *     leads to one place only
 */
public record Recipient(String id, String user, String channel, String address) {
    /** @throws IllegalArgumentException when id, user or channel is blank */
    public Recipient {
        if (id.isBlank() || user.isBlank() || channel.isBlank()) {
            throw new IllegalArgumentException("a recipient has an id, a user and a channel: " + id);
        }
    }

    /** The address with its middle left out, for logs and lists. */
    public String maskedAddress() {
        return masked(address);
    }

    /** An address with its middle left out, such as {@code a•••@example.com} or {@code +49•••42}. */
    public static String masked(String address) {
        int at = address.lastIndexOf('@');
        if (at > 0) {
            return address.substring(0, 1) + "•••" + address.substring(at);
        }
        int shown = Math.min(3, address.length() / 4);
        return shown == 0
                ? (address.isEmpty() ? "" : "•••")
                : address.substring(0, shown) + "•••" + address.substring(address.length() - Math.min(2, shown));
    }
}
