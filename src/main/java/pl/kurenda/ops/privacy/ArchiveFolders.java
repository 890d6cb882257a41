package pl.kurenda.ops.privacy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.SandboxSource;

/**
 * Finds the folders on this machine that hold files with personal data after intake. It searches the dropbox folders
 * instead of the settings, because a source no longer in use may have left files.
 */
@Component
public class ArchiveFolders {
    private static final List<String> FOLDERS =
            List.of("done", "failed", "out", "payments/done", "payments/failed", "api/done", "api/failed", "api/out");
    private static final List<String> SANDBOX = List.of("sandbox/done", "sandbox/failed", "sandbox/out");

    private final Path dropbox;
    private final Map<String, String> elsewhere = new TreeMap<>();

    public ArchiveFolders(Environment settings) {
        dropbox = Path.of(settings.getProperty("kurenda.home", ""))
                .resolve(settings.getProperty("kurenda.dropbox", "dropbox").strip())
                .toAbsolutePath()
                .normalize();
        Binder.get(settings)
                .bind("kurenda.sources", Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet()
                .forEach(source -> {
                    String uri = settings.getProperty("kurenda.sources." + source + ".uri", "");
                    if (uri.strip().startsWith("sftp:")) {
                        elsewhere.put(source, uri.strip());
                    }
                });
    }

    /** Sources whose done, failed and out folders are on another machine, which has its own retention rules. */
    List<String> elsewhere() {
        return List.copyOf(elsewhere.keySet());
    }

    /** The parent folder of all of them. */
    Path dropbox() {
        return dropbox;
    }

    /** Returns the existing folders by source. */
    Map<String, List<Path>> bySource() throws IOException {
        Map<String, List<Path>> found = new TreeMap<>();
        if (Files.isDirectory(dropbox)) {
            try (DirectoryStream<Path> sources = Files.newDirectoryStream(dropbox, Files::isDirectory)) {
                for (Path source : sources) {
                    String name = source.getFileName().toString();
                    found.put(name, there(source, FOLDERS));
                    List<Path> sandbox = there(source, SANDBOX);
                    if (!sandbox.isEmpty()) {
                        found.put(SandboxSource.of(name), sandbox);
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> there(Path source, List<String> folders) {
        return folders.stream().map(source::resolve).filter(Files::isDirectory).toList();
    }

    /** Returns the files of a folder, without links. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(files::add);
        }
        return files;
    }
}
