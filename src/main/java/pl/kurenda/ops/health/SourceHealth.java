package pl.kurenda.ops.health;

import java.nio.file.Files;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceControl;

/** One source in {@code /actuator/health/sources/<name>}: UP while its folder is readable and its route is running. */
class SourceHealth implements HealthIndicator {
    private final Source source;
    private final SourceControl control;

    SourceHealth(Source source, SourceControl control) {
        this.source = source;
        this.control = control;
    }

    @Override
    public Health health() {
        boolean readable = Files.isReadable(source.folders().in());
        boolean running = control.running(source.name());
        return (readable && running ? Health.up() : Health.down())
                .withDetail("folderReadable", readable)
                .withDetail("routeRunning", running)
                .build();
    }
}
