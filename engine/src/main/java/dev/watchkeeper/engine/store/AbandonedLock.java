package dev.watchkeeper.engine.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock file that H2 leaves behind when its process is killed. H2 itself waits until the file has not been touched
 * for some seconds; whether the process lives can be told at once, for the file names the local port on which it serves
 * other processes.
 */
final class AbandonedLock {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedLock.class);
    private static final int CONNECT_MILLIS = 500;

    private AbandonedLock() {}

    /** Takes the lock file away if nobody listens where its owner says that it serves. In doubt it stays. */
    static void clear(Path lockFile) {
        try {
            Properties lock = new Properties();
            try (InputStream in = Files.newInputStream(lockFile)) {
                lock.load(in);
            }
            String server = lock.getProperty("server", "");
            int colon = server.lastIndexOf(':');
            if (colon > 0 && nobodyListens(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)))) {
                Files.deleteIfExists(lockFile);
                LOG.info("took away the lock that a killed process left behind: {}", lockFile);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("no lock file {}", lockFile);
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("cannot tell whether {} is abandoned; the database will find out", lockFile, e);
        }
    }

    private static boolean nobodyListens(String host, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        }
    }
}
