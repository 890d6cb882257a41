package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders for the lists of payments of a source, absolute and always on this machine.
 *
 * @param in where they are dropped
 * @param done where they go once booked
 * @param failed where they go that cannot be read
 * @param out where the answers lie
 */
record PaymentFolders(Path in, Path done, Path failed, Path out) {

    static PaymentFolders of(IntakeSettings settings, Source source) {
        Path own = settings.dropboxFolder().resolve(source.name());
        Path in = own.resolve("payments");
        return new PaymentFolders(in, in.resolve("done"), in.resolve("failed"), own.resolve("out"));
    }

    /** Makes those that are missing. */
    PaymentFolders create() throws IOException {
        for (Path folder : List.of(in, done, failed, out)) {
            Files.createDirectories(folder);
        }
        return this;
    }
}
