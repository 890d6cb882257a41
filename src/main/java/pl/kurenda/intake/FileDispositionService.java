package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.intake.folder.SafeFile;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFolders;

/** Writes the reply files for a processed file and decides where the file goes. */
final class FileDispositionService {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ReplyFiles replyFiles;
    private final LateAppendDetector late;

    FileDispositionService(ReplyFiles replyFiles, LateAppendDetector late) {
        this.replyFiles = replyFiles;
        this.late = late;
    }

    FileDisposition loaded(OpenFile.Loaded file) throws IOException {
        replyFiles.loaded(file);
        String name = file.totals().filedName();
        LOG.info(
                "{} {}: answered, goes to done as {}",
                file.source(),
                file.path().getFileName(),
                name);
        return move(file.source(), file.path(), name, true);
    }

    FileDisposition repeated(OpenFile.Repeated file) throws IOException {
        if (!Files.exists(file.path())) {
            return new FileDisposition.Gone();
        }
        SourceFolders folders = file.source().folders();
        String name = SafeFile.freeRepeated(folders, file.file().fileName());
        replyFiles.repeated(file, name);
        LOG.warn(
                "{} {}: has the same content as {}, nothing of it is taken; goes to done as {}",
                file.source(),
                file.path().getFileName(),
                file.opening().first().file().fileName(),
                name);
        FileDisposition.Move move = move(file.source(), file.path(), name, false);
        late.watch(file.source(), move.target(), file.file().size());
        return move;
    }

    FileDisposition refused(OpenFile.Refused file) throws IOException {
        if (!Files.exists(file.path())) {
            return new FileDisposition.Gone();
        }
        Path target = SafeFile.free(
                file.source().folders().failed(), file.path().getFileName().toString());
        replyFiles.refused(file, target);
        LOG.warn(
                "{} {}: cannot be read ({}), goes to failed",
                file.source(),
                file.path().getFileName(),
                file.refusal().kind());
        late.watch(file.source(), target, Files.size(file.path()));
        return new FileDisposition.Move(target, marker(file.source(), file.path()), false);
    }

    private static FileDisposition.Move move(Source source, Path path, String name, boolean booked) {
        Path target = SafeFile.free(source.folders().done(), name);
        return new FileDisposition.Move(target, marker(source, path), booked);
    }

    private static Optional<Path> marker(Source source, Path path) {
        return source.markerFile() ? Optional.of(StableFiles.marker(path)) : Optional.empty();
    }
}
