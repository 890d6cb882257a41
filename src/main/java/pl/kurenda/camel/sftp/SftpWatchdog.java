package pl.kurenda.camel.sftp;

import com.jcraft.jsch.SocketFactory;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * Ends an operation on a server if no data moves. The time-out of JSch applies only to the socket: a server whose disk
 * hangs while its SSH still answers keep-alives would block the poller for ever.
 */
final class SftpWatchdog implements SocketFactory {
    /** Less traffic than this in a whole wait is only SSH keep-alive, and not work. */
    private static final long OCTETS_OF_WORK = 2048;

    private static final ScheduledExecutorService LOOKS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sftp-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final Duration connect;
    private final Duration patience;
    private final AtomicLong moved = new AtomicLong();
    private volatile Socket socket;

    /**
     * @param connect longest wait for a connection
     * @param patience longest wait in which no data moves
     */
    SftpWatchdog(Duration connect, Duration patience) {
        this.connect = connect;
        this.patience = patience;
    }

    /**
     * Runs an operation on the server.
     *
     * @throws GenericFileOperationFailedException if the server stopped responding
     */
    <T> T during(Supplier<T> operation) {
        Look look = new Look();
        ScheduledFuture<?> looks =
                LOOKS.scheduleWithFixedDelay(look, patience.toMillis(), patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return operation.get();
        } catch (RuntimeException failed) {
            throw look.hung ? hung() : failed;
        } finally {
            looks.cancel(false);
        }
    }

    private static GenericFileOperationFailedException hung() {
        String words = "nothing came or went";
        return new GenericFileOperationFailedException(words, new SocketTimeoutException(words));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket made = new Socket();
        try {
            made.connect(new InetSocketAddress(host, port), (int) connect.toMillis());
        } catch (IOException | RuntimeException failed) {
            made.close();
            throw failed;
        }
        socket = made;
        return made;
    }

    @Override
    public InputStream getInputStream(Socket from) throws IOException {
        return new FilterInputStream(from.getInputStream()) {
            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                int count = super.read(octets, offset, length);
                moved.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    @Override
    public OutputStream getOutputStream(Socket to) throws IOException {
        return new FilterOutputStream(to.getOutputStream()) {
            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                out.write(octets, offset, length);
                moved.addAndGet(length);
            }
        };
    }

    /** Checks the traffic while one operation runs. */
    private final class Look implements Runnable {
        private volatile boolean hung;
        private long before = moved.get();

        @Override
        public void run() {
            long now = moved.get();
            if (now - before < OCTETS_OF_WORK) {
                hung = true;
                hangUp();
            }
            before = now;
        }

        private void hangUp() {
            try {
                Socket open = socket;
                if (open != null) {
                    open.close();
                }
            } catch (IOException goneAlready) {
                // already closed, which is the aim
            }
        }
    }
}
