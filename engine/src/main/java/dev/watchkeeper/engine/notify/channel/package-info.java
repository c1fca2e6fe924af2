/** The ways by which a message leaves: e-mail, SMS, webhook, Amazon SNS, the desktop. */
@NullMarked
package dev.watchkeeper.engine.notify.channel;

import org.jspecify.annotations.NullMarked;
