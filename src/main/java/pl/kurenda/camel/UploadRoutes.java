package pl.kurenda.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pl.kurenda.camel.sftp.SftpLinks;
import pl.kurenda.camel.sftp.SftpServers;
import pl.kurenda.camel.sftp.SftpTemplate;
import pl.kurenda.intake.source.IntakeSettings;

/** Makes the routes that upload the reports to the finance server, if the settings name one. */
@Component
public class UploadRoutes extends RouteBuilder {
    private static final String NAME = "reports";

    private final SftpServers servers;
    private final SftpLinks links;
    private final IntakeSettings settings;
    private final String node;

    UploadRoutes(
            SftpServers servers, SftpLinks links, IntakeSettings settings, @Value("${kurenda.node:}") String node) {
        this.node = node;
        this.servers = servers;
        this.links = links;
        this.settings = settings;
    }

    @Override
    public void configure() {
        servers.upload().ifPresent(server -> {
            SftpTemplate.fill(templatedRoute("upload"), server)
                    .routeId("upload-" + NAME)
                    .parameter("name", NAME)
                    .parameter("temporary", SftpTemplate.temporary(settings.home() + node));
            templatedRoute("report-upload")
                    .routeId("report-upload")
                    .parameter("poll", Long.toString(server.patience().poll().toMillis()))
                    .bean("troubles", links.troubles(NAME, server));
        });
    }
}
