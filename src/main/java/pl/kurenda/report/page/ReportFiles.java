package pl.kurenda.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.ReportSettings;

/**
 * Finds the report files of a day for viewing in a browser: files in {@code outbound} named as reports of that day or
 * its month. A requested name is only compared with these and never becomes a path.
 */
@Component
public class ReportFiles {
    private static final String NAME = "[a-z]+(-[a-z]+)*-%s([-.][a-z0-9]+)*\\.(csv|xlsx|txt)";

    private final Path folder;

    ReportFiles(ReportSettings settings) {
        this.folder = settings.outbound();
    }

    /** Returns the names of the day's files, sorted, including those of its month. */
    public List<String> of(LocalDate day) {
        return matching(day).map(file -> file.getFileName().toString()).toList();
    }

    /** Returns the names of the files about the whole month, sorted. */
    public List<String> ofMonth(YearMonth month) {
        return matching(month(month)).map(file -> file.getFileName().toString()).toList();
    }

    /** Returns the file of the day with this name, if there is one. */
    public Optional<Path> find(LocalDate day, String name) {
        return matching(day)
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst();
    }

    private static Pattern month(YearMonth month) {
        return Pattern.compile(NAME.formatted(month + "(?!-\\d)"));
    }

    private Stream<Path> matching(LocalDate day) {
        return matching(Pattern.compile(NAME.formatted(day)), month(YearMonth.from(day)));
    }

    private Stream<Path> matching(Pattern... patterns) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> {
                        String name = file.getFileName().toString();
                        return Stream.of(patterns)
                                .anyMatch(pattern -> pattern.matcher(name).matches());
                    })
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
