package pl.kurenda;

import java.nio.file.Files;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.RouteWatch;
import pl.kurenda.delivery.SmscAddress;
import pl.kurenda.delivery.SmscLink;
import pl.kurenda.intake.Source;
import pl.kurenda.intake.SourceWatch;
import pl.kurenda.intake.Sources;
import pl.kurenda.ledger.NodeLease;
import pl.kurenda.ops.RouteProbe;
import pl.kurenda.ops.SmscProbe;
import pl.kurenda.ops.SourceProbe;

/** What health asks, answered by those who know and whom {@code ops} may not use. */
@Configuration(proxyBeanMethods = false)
class Probes {

    @Bean
    SmscProbe smscProbe(SmscLink link, SmscAddress address, NodeLease lease) {
        return new SmscProbe() {
            @Override
            public boolean bound() {
                // without its lease this daemon sends nothing, whatever the session says
                return link.ready() && lease.valid();
            }

            @Override
            public String describe() {
                return address.toString();
            }
        };
    }

    @Bean
    SourceProbe sourceProbe(Sources sources, SourceWatch watch) {
        return new SourceProbe() {
            @Override
            public List<String> sources() {
                return sources.all().stream().map(Source::name).toList();
            }

            @Override
            public boolean folderReadable(String name) {
                return sources.all().stream()
                        .filter(source -> source.name().equals(name))
                        .anyMatch(source -> Files.isReadable(source.folders().in()));
            }

            @Override
            public boolean routeRunning(String name) {
                return watch.running(name);
            }
        };
    }

    @Bean
    RouteProbe routeProbe(RouteWatch watch) {
        return watch::standing;
    }
}
