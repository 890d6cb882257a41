package pl.kurenda.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** One source in {@code /actuator/health/sources/<name>}: UP while its folder can be read and its route runs. */
class SourceHealth implements HealthIndicator {
    private final SourceProbe probe;
    private final String source;

    SourceHealth(SourceProbe probe, String source) {
        this.probe = probe;
        this.source = source;
    }

    @Override
    public Health health() {
        boolean readable = probe.folderReadable(source);
        boolean running = probe.routeRunning(source);
        return (readable && running ? Health.up() : Health.down())
                .withDetail("folderReadable", readable)
                .withDetail("routeRunning", running)
                .build();
    }
}
