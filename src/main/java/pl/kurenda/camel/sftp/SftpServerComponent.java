package pl.kurenda.camel.sftp;

import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/**
 * The {@code sftp:} of camel-ftp with one more option: {@code server} names the settings with the login, the trusted
 * keys and the time-outs. So no secret is part of an address, which logs, JMX and Hawtio show; camel-ftp accepts no
 * bean reference for a user or a password. The folder of such an address may be absolute, while camel-ftp itself starts
 * at the login folder.
 */
@Component("sftp-component")
@org.apache.camel.spi.annotations.Component("sftp") // without it Camel does not find the endpoint's options
@SuppressWarnings("rawtypes")
public // as in camel-ftp
class SftpServerComponent extends SftpComponent {
    private final SftpServers servers;

    SftpServerComponent(SftpServers servers) {
        this.servers = servers;
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String key = getAndRemoveParameter(parameters, "server", String.class);
        GenericFileEndpoint<SftpRemoteFile> endpoint = super.buildFileEndpoint(uri, remaining, parameters);
        if (key == null) {
            return endpoint;
        }
        SftpServer server = servers.named(key);
        SftpConfiguration config = (SftpConfiguration) endpoint.getConfiguration();
        configure(config, server);
        return new SftpServerEndpoint(uri, this, config, server.patience().answer());
    }

    private static void configure(SftpConfiguration config, SftpServer server) {
        SftpServer.Credentials credentials = server.credentials();
        config.setDirectory(server.folder());
        config.setUsername(server.user());
        config.setPreferredAuthentications(credentials.methods());
        if (!credentials.privateKey().isEmpty()) {
            config.setPrivateKeyFile(credentials.privateKey());
            config.setPrivateKeyPassphrase(credentials.passphrase());
        }
        config.setPassword(credentials.password().isEmpty() ? null : credentials.password());
        config.setStrictHostKeyChecking("yes");
        config.setKnownHostsFile(server.knownHosts().toString());
        config.setUseUserKnownHostsFile(false);
        config.setConnectTimeout((int) server.patience().connect().toMillis());
        // JSch waits once for a response, and once more for the response to its keep-alive.
        config.setSoTimeout((int) server.patience().answer().dividedBy(2).toMillis());
    }
}
