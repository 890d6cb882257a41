package pl.kurenda.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.RetryPauses;
import pl.kurenda.intake.Source;
import pl.kurenda.intake.Sources;
import pl.kurenda.intake.StableFiles;

/** Makes a route {@code intake-<source>} of the template {@code intake} for each configured source. */
@Component
public class SourceRoutes extends RouteBuilder {
    private final Sources sources;
    private final StableFiles stable;
    private final RetryPauses pauses;

    SourceRoutes(Sources sources, StableFiles stable, RetryPauses pauses) {
        this.sources = sources;
        this.stable = stable;
        this.pauses = pauses;
    }

    @Override
    public void configure() {
        for (Source source : sources.all()) {
            templatedRoute("intake")
                    .routeId("intake-" + source.name())
                    .parameter("source", source.name())
                    .parameter("folder", source.folders().in().toString())
                    .bean("filter", new StableFileFilter(source, stable, pauses));
        }
    }
}
