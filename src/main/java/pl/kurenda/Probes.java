package pl.kurenda;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.RouteWatch;
import pl.kurenda.delivery.SmscCondition;
import pl.kurenda.delivery.SmscWatch;
import pl.kurenda.intake.Source;
import pl.kurenda.intake.SourceWatch;
import pl.kurenda.intake.Sources;
import pl.kurenda.ledger.NodeLease;
import pl.kurenda.ops.RouteProbe;
import pl.kurenda.ops.SmscProbe;
import pl.kurenda.ops.SourceProbe;
import pl.kurenda.web.SmscView;

/** What health and the page ask, answered by those who know and whom {@code ops} and {@code web} may not use. */
@Configuration(proxyBeanMethods = false)
class Probes {

    @Bean
    SmscProbe smscProbe(SmscWatch watch, NodeLease lease) {
        return new SmscProbe() {
            @Override
            public boolean bound() {
                // without its lease this daemon sends nothing, whatever the sessions say
                return lease.valid() && watch.conditions().stream().anyMatch(SmscCondition::usable);
            }

            @Override
            public String describe() {
                return watch.conditions().stream().map(SmscCondition::address).collect(Collectors.joining(", "));
            }

            @Override
            public Map<String, String> accounts() {
                return watch.conditions().stream()
                        .collect(Collectors.toMap(
                                SmscCondition::name, SmscCondition::words, (a, b) -> a, LinkedHashMap::new));
            }
        };
    }

    @Bean
    SmscView smscView(SmscProbe probe) {
        return new SmscView() {
            @Override
            public boolean bound() {
                return probe.bound();
            }

            @Override
            public Map<String, String> accounts() {
                return probe.accounts();
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
