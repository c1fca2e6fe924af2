package dev.watchkeeper.engine.notify.outbox;

import dev.watchkeeper.engine.notify.channel.Delivery;
import java.time.Instant;

/**
 * A line of the delivery log: one try to send one message.
 *
 * @param item id of the message
 * @param at when the server had answered
 * @param headline what the message is about
 * @param to the addresses that were tried, with their middles left out
 * @param answer the server's, or what went wrong
 */
public record DeliveryTry(
        String item, Instant at, String channel, String headline, String to, Delivery.Outcome outcome, String answer) {}
