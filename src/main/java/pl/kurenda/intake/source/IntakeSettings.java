package pl.kurenda.intake.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings for where files come from and go to.
 *
 * @param home folder of routes, dropbox and data; by default the working directory
 * @param dropbox the folder of all sources, relative to home
 * @param expireAfter how long a reminder is worth sending after its file was loaded; at least a minute
 * @param sources the domain systems by name
 */
@ConfigurationProperties("kurenda")
public record IntakeSettings(
        @DefaultValue("") String home,
        @DefaultValue("dropbox") String dropbox,
        @DefaultValue("3d") Duration expireAfter,
        @DefaultValue Map<String, SourceSettings> sources) {

    /**
     * @throws IllegalArgumentException if a setting is wrong; the message names the key, its value and what is allowed
     */
    public IntakeSettings {
        sources = Map.copyOf(sources);
        if (expireAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException(
                    "kurenda.expire-after is " + expireAfter + "; allowed: at least a minute, such as 3d or 12h");
        }
        if (dropbox.isBlank()) {
            throw new IllegalArgumentException("kurenda.dropbox is empty; allowed: a folder, such as dropbox");
        }
    }

    /** The folder of all sources, absolute. */
    public Path dropboxFolder() {
        return homeFolder().resolve(dropbox.strip()).normalize();
    }

    Path homeFolder() {
        return Path.of(home.strip()).toAbsolutePath().normalize();
    }
}
