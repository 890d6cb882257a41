package pl.kurenda.intake;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.folder.FileStamp;
import pl.kurenda.intake.format.Detection;
import pl.kurenda.intake.format.FormatDetector;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.row.BlockWriter;
import pl.kurenda.intake.row.RowBlock;
import pl.kurenda.intake.row.RowSteps;
import pl.kurenda.intake.source.ReleasePolicies;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Opening;
import pl.kurenda.ledger.gate.Finding;

/**
 * Runs the steps of a dropped file in the routes {@code intake} and {@code load}: open, store block by block, close,
 * reply. An error in a file or a row is a return value. An exception is a technical failure; the whole file is then
 * tried again.
 */
@Service("intake")
public class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Sources sources;
    private final Batches batches;
    private final RowSteps steps;
    private final FileDispositionService fileDispositionService;
    private final ReleasePolicies terms;
    private final Map<Path, Long> underway = new ConcurrentHashMap<>();
    private final Executor background = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "rows");
        thread.setDaemon(true);
        return thread;
    });

    public Intake(
            Sources sources,
            Batches batches,
            RowSteps steps,
            ReplyFiles replyFiles,
            LateAppendDetector late,
            ReleasePolicies terms) {
        this.terms = terms;
        this.sources = sources;
        this.batches = batches;
        this.steps = steps;
        this.fileDispositionService = new FileDispositionService(replyFiles, late);
    }

    /** Inspects a file in the folder of a source and opens a batch for it. */
    public OpenFile open(File dropped) throws IOException {
        Path path = dropped.toPath().toAbsolutePath().normalize();
        return open(path, new Place() {
            @Override
            public boolean filed(Source source, String name) {
                return Files.exists(source.folders().done().resolve(name));
            }

            @Override
            public boolean there() {
                return Files.exists(path);
            }
        });
    }

    /** Does the same for the local copy of a file that lies on another machine. */
    public OpenFile openRemote(RemoteDrop drop) throws IOException {
        OpenFile file = open(drop.copy(), new Place() {
            @Override
            public boolean filed(Source source, String name) {
                return drop.filed(name);
            }

            @Override
            public boolean there() {
                return drop.there();
            }
        });
        // Two nodes may have fetched the file. If the other node has moved it since, it is not a repeated file.
        return file instanceof OpenFile.Repeated && !drop.there()
                ? new OpenFile.Untouched(new FileDisposition.Gone())
                : file;
    }

    /** Ends the work on a file after a technical failure, so that another file of the source need not wait for it. */
    public void giveUp(Path path) {
        Long batchId = underway.remove(path);
        if (batchId != null) {
            batches.abandon(batchId);
        }
    }

    private OpenFile open(Path path, Place place) throws IOException {
        giveUp(path);
        Source source = sources.taking(path)
                .orElseThrow(() -> new IllegalStateException("no source drops its files into " + path.getParent()));
        try {
            Detection detection = new FormatDetector(source).detect(path);
            if (detection instanceof Detection.Readable format) {
                return open(source, path, format, place);
            }
            return detection instanceof Detection.Unreadable unreadable
                    ? new OpenFile.Refused(source, path, unreadable.refusal())
                    : new OpenFile.Untouched(new FileDisposition.Leave());
        } catch (NoSuchFileException e) {
            return new OpenFile.Untouched(new FileDisposition.Gone());
        }
    }

    private OpenFile open(Source source, Path path, Detection.Readable format, Place place) throws IOException {
        Layout layout = format.layout();
        Opening opening = batches.open(format.file(), layout.charset().name(), layout.delimiter());
        if (opening instanceof Opening.Answer answer
                && place.filed(source, answer.totals().filedName())) {
            if (!place.there()) {
                // Another node has moved the file since.
                return new OpenFile.Untouched(new FileDisposition.Gone());
            }
            // If done already has the file, this is not the one that a crash left behind.
            opening = batches.openAnother(format.file(), layout.charset().name(), layout.delimiter());
        }
        if (opening instanceof Opening.Load load) {
            underway.put(path, load.batchId());
            LOG.info(
                    "{} {}: {} ({}, {} octets)",
                    source,
                    path.getFileName(),
                    load.again() ? "taken up again" : "taken up",
                    layout.charset().name(),
                    format.file().size());
            return new OpenFile.Loading(
                    path, format, load, steps.of(source, layout), new BlockWriter(batches, load.batchId(), background));
        }
        if (opening instanceof Opening.Answer answer) {
            return new OpenFile.Loaded(source, path, layout, steps.detected(source, path, layout), answer.totals());
        }
        if (opening instanceof Opening.Repeated repeated) {
            return new OpenFile.Repeated(source, path, format.file(), repeated);
        }
        LOG.debug("{} {}: waits, another file of the source is being loaded", source, path.getFileName());
        return new OpenFile.Untouched(new FileDisposition.Leave());
    }

    /**
     * Stores a block of rows in the ledger, in one transaction, while the next block is read.
     *
     * @throws RuntimeException if the block before could not be stored
     */
    public void store(RowBlock block) {
        block.store();
    }

    /**
     * Closes the batch of a file whose rows are stored. Gate, budget and canary decide what is queued and what is held.
     * Returns any other file unchanged.
     */
    public OpenFile close(OpenFile file) throws IOException {
        return file instanceof OpenFile.Loading loading ? close(loading) : file;
    }

    /** Writes the reply files and decides where the file goes. */
    public FileDisposition answer(OpenFile file) throws IOException {
        if (file instanceof OpenFile.Untouched untouched) {
            return untouched.filing();
        }
        if (file instanceof OpenFile.Loaded loaded) {
            return fileDispositionService.loaded(loaded);
        }
        if (file instanceof OpenFile.Repeated repeated) {
            return fileDispositionService.repeated(repeated);
        }
        if (file instanceof OpenFile.Refused refused) {
            return fileDispositionService.refused(refused);
        }
        throw new IllegalStateException("the batch of a file is still open");
    }

    private OpenFile close(OpenFile.Loading file) throws IOException {
        file.writer().await();
        FileStamp now;
        try {
            now = FileStamp.of(file.path());
        } catch (NoSuchFileException e) {
            now = null;
        }
        if (!new FileStamp(file.file().size(), file.file().modified()).equals(now)) {
            batches.discard(file.opening().batchId());
            underway.remove(file.path());
            LOG.warn("{}: changed or removed while it was read; nothing of it is kept, it will be read again", file);
            return new OpenFile.Untouched(now == null ? new FileDisposition.Gone() : new FileDisposition.Leave());
        }
        BatchTotals totals = batches.finish(
                file.opening().batchId(),
                file.writer().rows(),
                terms.of(
                        file.source(),
                        file.layout().answered(),
                        file.rules().observations().noticed()));
        underway.remove(file.path());
        LOG.info(
                "{}: loaded, rows={} rejected={} suppressed={} held={} queued={}",
                file,
                totals.rows(),
                totals.rejected(),
                totals.suppressed(),
                totals.held(),
                totals.queued());
        if (!totals.findings().isEmpty()) {
            LOG.warn(
                    "{}: noticed {}; see its receipt or the command 'held'",
                    file,
                    totals.findings().stream().map(Finding::code).toList());
        }
        Detected detected = file.rules().observations().detected();
        return new OpenFile.Loaded(file.source(), file.path(), file.layout(), detected, totals);
    }

    /** The place of a file, on this machine or another. */
    private interface Place {
        boolean filed(Source source, String name);

        boolean there();
    }
}
