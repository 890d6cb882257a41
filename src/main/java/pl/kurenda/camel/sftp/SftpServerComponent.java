package pl.kurenda.camel.sftp;

import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/**
 * The {@code sftp:} of camel-ftp with an option more: {@code server} names the settings that say who we are there, which
 * keys are believed and how long is waited. So no secret stands in an address, which logs, JMX and Hawtio show; camel-ftp
 * takes no reference to a bean for a user or a password. The folder of such an address may be absolute: camel-ftp by
 * itself begins at the login folder.
 */
@Component("sftp-component")
@org.apache.camel.spi.annotations.Component("sftp") // or Camel does not find the options of the endpoint
@SuppressWarnings("rawtypes")
public // as camel-ftp has it
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
        // JSch waits once for an answer, and once more for that to its question whether anybody is there.
        config.setSoTimeout((int) server.patience().answer().dividedBy(2).toMillis());
    }
}
