package pl.kurenda.camel;

import java.nio.file.Path;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import pl.kurenda.camel.file.StableFileFilter;
import pl.kurenda.camel.file.SubmittedFileFilter;
import pl.kurenda.camel.sftp.SftpDispositionStrategy;
import pl.kurenda.camel.sftp.SftpErrorReporter;
import pl.kurenda.camel.sftp.SftpLinks;
import pl.kurenda.camel.sftp.SftpServer;
import pl.kurenda.camel.sftp.SftpServers;
import pl.kurenda.camel.sftp.SftpTemplate;
import pl.kurenda.intake.Intake;
import pl.kurenda.intake.folder.RetryPauses;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.payment.PaymentLists;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.intake.source.SubmittedSource;

/**
 * Makes the routes of each configured source. {@code intake-<source>} takes its exports: from the template
 * {@code intake} if its folder is on this machine, from {@code intake-sftp} and {@code upload} if not.
 * {@code intake-<source>-api} and {@code intake-<source>-sandbox} take what came through the API. All of them call
 * {@code load-<source>}. {@code payments-<source>} takes lists of payments.
 */
@Component
public class SourceRoutes extends RouteBuilder {
    /** Suffix of a source's route that takes what came through the API. */
    static final String API = "-api";

    /** Suffix of the route for joint tests in the sandbox. */
    static final String SANDBOX = "-sandbox";

    private final Sources sources;
    private final StableFiles stable;
    private final Intake intake;
    private final RetryPauses pauses;
    private final SftpServers servers;
    private final SftpLinks links;
    private final PaymentLists payments;

    SourceRoutes(
            Sources sources,
            StableFiles stable,
            Intake intake,
            RetryPauses pauses,
            SftpServers servers,
            SftpLinks links,
            PaymentLists payments) {
        this.payments = payments;
        this.sources = sources;
        this.stable = stable;
        this.intake = intake;
        this.pauses = pauses;
        this.servers = servers;
        this.links = links;
    }

    @Override
    public void configure() {
        for (Source source : sources.all()) {
            templatedRoute("load").routeId("load-" + source.name()).parameter("source", source.name());
            servers.of(source.name()).ifPresentOrElse(server -> watch(source, server), () -> watch(source));
            // payments come from a folder of this machine, even if the exports do not
            templatedRoute("payments")
                    .routeId("payments-" + source.name())
                    .parameter("source", source.name())
                    .parameter("folder", payments.folder(source).toString())
                    .bean("filter", new StableFileFilter(source, stable, pauses));
        }
        sources.submitted().forEach(this::watch);
    }

    /** Makes the route that takes what came through the API. */
    private void watch(SubmittedSource submittedSource) {
        for (Path folder : submittedSource.folders()) {
            String way = folder.getParent().endsWith("sandbox") ? SANDBOX : API;
            templatedRoute("intake")
                    .routeId("intake-" + submittedSource.name() + way)
                    .parameter("source", submittedSource.name())
                    .parameter("folder", folder.toString())
                    .bean("filter", new SubmittedFileFilter(pauses));
        }
    }

    private void watch(Source source) {
        templatedRoute("intake")
                .routeId("intake-" + source.name())
                .parameter("source", source.name())
                .parameter("folder", source.folders().in().toString())
                .bean("filter", new StableFileFilter(source, stable, pauses));
    }

    private void watch(Source source, SftpServer server) {
        SftpErrorReporter troubles = links.troubles(source.name(), server);
        SftpDispositionStrategy filing = new SftpDispositionStrategy(source, stable, intake, pauses, troubles);
        SftpTemplate.fill(templatedRoute("intake-sftp"), server)
                .routeId("intake-" + source.name())
                .parameter("source", source.name())
                .parameter("work", source.folders().in().toString())
                .parameter("poll", Long.toString(server.patience().poll().toMillis()))
                .bean("filing", filing)
                .bean("troubles", troubles);
        SftpTemplate.fill(templatedRoute("upload"), server)
                .routeId("upload-" + source.name())
                .parameter("name", source.name())
                .parameter(
                        "temporary",
                        SftpTemplate.temporary(source.folders().in().toString()));
    }
}
