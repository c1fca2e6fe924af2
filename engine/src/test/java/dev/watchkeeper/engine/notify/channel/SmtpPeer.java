package dev.watchkeeper.engine.notify.channel;

import dev.watchkeeper.engine.testing.TestTls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A small mail server on 127.0.0.1 that does what it is told to: offers STARTTLS, refuses for now or for good, or stays
 * silent. It answers as RFC 5321 says otherwise.
 */
public final class SmtpPeer implements AutoCloseable {
    private final ServerSocket server;
    private final @Nullable TestTls tls;
    private final Map<String, ConcurrentLinkedQueue<String>> replies = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String silentAt = "";

    /** @param tls for STARTTLS; null to offer none */
    public SmtpPeer(@Nullable TestTls tls) throws IOException {
        this.tls = tls;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "smtp-peer");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Answers the next command that begins so with this line, once for each call. */
    public SmtpPeer answer(String command, String reply) {
        replies.computeIfAbsent(command, none -> new ConcurrentLinkedQueue<>()).add(reply);
        return this;
    }

    /** Never answers commands that begin so. */
    public SmtpPeer silentAt(String command) {
        silentAt = command;
        return this;
    }

    /** The commands so far, in order, with {@code (TLS)} where they came encrypted. */
    public List<String> commands() {
        return commands;
    }

    /** The mails that were taken, head and body. */
    public List<String> mails() {
        return mails;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "smtp-peer-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (Socket ignored = plain) {
            Socket socket = plain;
            Talk talk = new Talk(socket);
            talk.say("220 peer.example ESMTP");
            for (String line = talk.hear(); line != null; line = talk.hear()) {
                commands.add((socket instanceof SSLSocket ? "(TLS) " : "") + line);
                String command = line.toUpperCase(Locale.ROOT);
                if (!silentAt.isEmpty() && command.startsWith(silentAt)) {
                    closed.await();
                    return;
                }
                String told = told(command);
                if (told != null) {
                    talk.say(told);
                } else if (command.equals("STARTTLS") && tls != null) {
                    talk.say("220 go ahead");
                    SSLSocket secured = (SSLSocket)
                            tls.context().getSocketFactory().createSocket(socket, "127.0.0.1", port(), true);
                    secured.setUseClientMode(false);
                    socket = secured;
                    talk = new Talk(socket);
                } else if (command.equals("DATA")) {
                    talk.say("354 end with a dot");
                    mails.add(talk.hearMail());
                    String end = told(".");
                    talk.say(end == null ? "250 2.0.0 queued as " + mails.size() : end);
                } else if (command.startsWith("EHLO")) {
                    talk.say("250-peer.example");
                    if (tls != null && !(socket instanceof SSLSocket)) {
                        talk.say("250-STARTTLS");
                    }
                    talk.say("250 AUTH PLAIN");
                } else if (command.startsWith("AUTH")) {
                    talk.say("235 2.7.0 welcome");
                } else if (command.equals("QUIT")) {
                    talk.say("221 bye");
                    return;
                } else {
                    talk.say("250 ok");
                }
            }
        } catch (IOException e) {
            // The other side has gone, which ends the talk.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable String told(String command) {
        return replies.entrySet().stream()
                .filter(each -> command.startsWith(each.getKey()))
                .map(each -> each.getValue().poll())
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** One side of a conversation in lines. */
    private static final class Talk {
        private final BufferedReader in;
        private final PrintWriter out;

        Talk(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8);
        }

        void say(String line) {
            out.print(line + "\r\n");
            out.flush();
        }

        @Nullable String hear() throws IOException {
            return in.readLine();
        }

        String hearMail() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                lines.add(line);
            }
            return String.join("\n", lines);
        }
    }
}
