package pl.kurenda.camel.sftp;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/** The endpoint of camel-ftp with a watchdog on every operation that uses the server. */
@SuppressWarnings("rawtypes") // as in camel-ftp
final class SftpServerEndpoint extends SftpEndpoint {
    private final Duration patience;

    /** @param patience longest wait in which no data moves */
    SftpServerEndpoint(String uri, SftpServerComponent component, SftpConfiguration config, Duration patience) {
        super(uri, component, config);
        this.patience = patience;
    }

    @Override
    public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
        Duration connect = Duration.ofMillis(getConfiguration().getConnectTimeout());
        SftpOperations operations = new Watched(new SftpWatchdog(connect, patience));
        operations.setEndpoint(this);
        return operations;
    }

    private static final class Watched extends SftpOperations {
        private final SftpWatchdog watch;

        Watched(SftpWatchdog watch) {
            this.watch = watch;
        }

        @Override
        protected Session createSession(RemoteFileConfiguration config) throws JSchException {
            Session session = super.createSession(config);
            session.setSocketFactory(watch);
            return session;
        }

        @Override
        public boolean retrieveFile(String name, Exchange exchange, long size) {
            return watch.during(() -> super.retrieveFile(name, exchange, size));
        }

        @Override
        public boolean storeFile(String name, Exchange exchange, long size) {
            return watch.during(() -> super.storeFile(name, exchange, size));
        }

        @Override
        public SftpRemoteFile[] listFiles(String path) {
            return watch.during(() -> super.listFiles(path));
        }

        @Override
        public boolean existsFile(String name) {
            return watch.during(() -> super.existsFile(name));
        }

        @Override
        public boolean renameFile(String from, String to) {
            return watch.during(() -> super.renameFile(from, to));
        }

        @Override
        public boolean deleteFile(String name) {
            return watch.during(() -> super.deleteFile(name));
        }

        @Override
        public boolean buildDirectory(String directory, boolean absolute) {
            return watch.during(() -> super.buildDirectory(directory, absolute));
        }

        @Override
        public String getCurrentDirectory() {
            return watch.during(super::getCurrentDirectory);
        }

        @Override
        public void changeCurrentDirectory(String path) {
            watch.during(() -> {
                super.changeCurrentDirectory(path);
                return path;
            });
        }
    }
}
