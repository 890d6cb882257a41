package pl.kurenda.intake.payment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.folder.FileStamp;
import pl.kurenda.intake.folder.SafeFile;
import pl.kurenda.intake.folder.StableFiles;
import pl.kurenda.intake.format.FileScan;
import pl.kurenda.intake.source.IntakeSettings;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFolders;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.payment.Payments.Booked;
import pl.kurenda.ledger.payment.Payments.Listed;

/**
 * Runs the steps of a payment list in the route {@code payments}: open, check and book block by block, reply. After a
 * crash the list is still where it was dropped and is taken again. Payments that are already booked are not booked
 * twice.
 */
@Component("paymentLists")
public class PaymentLists {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLists.class);

    private final Payments payments;
    private final Clock clock;
    private final Map<Path, Source> sources = new HashMap<>();
    private final Map<String, SourceFolders> folders = new HashMap<>();

    PaymentLists(Sources sources, IntakeSettings settings, Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
        try {
            for (Source source : sources.all()) {
                SourceFolders made = SourceFolders.payments(settings, source).create();
                this.sources.put(made.in(), source);
                this.folders.put(source.name(), made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folders for payments cannot be made", e);
        }
    }

    /** The folder where a source drops its payment lists. */
    public Path folder(Source source) {
        return folders.get(source.name()).in();
    }

    /** Checks that the file is a payment list and opens it in the ledger. */
    public PaymentFile open(File dropped) throws IOException {
        Path path = dropped.toPath().toAbsolutePath().normalize();
        Source source = sources.get(path.getParent());
        try {
            FileStamp before = FileStamp.of(path);
            FileScan pass = FileScan.over(path);
            boolean text = pass.refusal() == null && !pass.isPackage();
            Optional<PaymentFormat> format = text ? PaymentFormat.of(path, pass, source.reading()) : Optional.empty();
            if (format.isEmpty()) {
                return new PaymentFile.Refused(source, path, text ? "payment.noColumns" : "payment.noText");
            }
            if (!FileStamp.of(path).equals(before)) {
                return new PaymentFile.Untouched(new FileDisposition.Leave());
            }
            return open(source, path, pass.sha256Hex(), format.get());
        } catch (NoSuchFileException e) {
            return new PaymentFile.Untouched(new FileDisposition.Gone());
        }
    }

    private PaymentFile open(Source source, Path path, String sha256, PaymentFormat format) throws IOException {
        String dropped = path.getFileName().toString();
        Path target = SafeFile.free(folders.get(source.name()).done(), dropped);
        Listed list = payments.open(source.name(), dropped, sha256);
        PaymentRows rows = new PaymentRows(format, LocalDate.now(clock));
        return new PaymentFile.Booking(source, path, target, sha256, format, list, rows);
    }

    /**
     * Returns the rows of a list that is to be booked, in blocks. Returns nothing for any other file, or for a list
     * that was booked before.
     */
    public Iterator<PaymentBlock> blocks(PaymentFile file) throws IOException {
        if (!(file instanceof PaymentFile.Booking booking) || booking.list().repeated()) {
            return Collections.emptyIterator();
        }
        try {
            return booking.blocks();
        } catch (NoSuchFileException e) {
            booking.gone();
            return Collections.emptyIterator();
        }
    }

    /** Checks each row. It becomes a payment or is rejected with a reason. */
    public void check(PaymentBlock block) {
        block.check();
    }

    /**
     * Matches the payments of a block to their debts and books them in one transaction. Payments that are already
     * booked stay booked.
     */
    public void book(PaymentBlock block) {
        PaymentFile.Booking file = block.file();
        if (!block.payments().isEmpty()) {
            file.booked(payments.book(file.list().id(), file.source().name(), block.payments()));
        }
    }

    /** Writes the reply files, the receipt last, and decides where the file goes. */
    public FileDisposition answer(PaymentFile file) throws IOException {
        if (file instanceof PaymentFile.Untouched untouched) {
            return untouched.filing();
        }
        if (file instanceof PaymentFile.Refused refused) {
            return refuse(refused.source(), refused.path(), refused.why());
        }
        PaymentFile.Booking booking = (PaymentFile.Booking) file;
        try {
            return booking.isGone() ? new FileDisposition.Gone() : answer(booking);
        } catch (NoSuchFileException e) {
            return new FileDisposition.Gone();
        }
    }

    private FileDisposition answer(PaymentFile.Booking file) throws IOException {
        Path out = folders.get(file.source().name()).out();
        String name = file.target().getFileName().toString();
        String dropped = file.path().getFileName().toString();
        boolean repeated = file.list().repeated();
        if (file.rejectedRows() > 0) {
            PaymentReply.rejected(out, name, file.format(), file.rows().again(), file.path());
        }
        int notSent = repeated ? 0 : payments.takenBack(file.list().id());
        Booked booked = file.booked();
        var answered = new PaymentReply.PaymentList(
                dropped, file.sha256(), file.source().name(), repeated);
        PaymentReply.receipt(out, name, PaymentReply.Receipt.of(answered, file.rejectedRows(), booked, notSent));
        payments.finish(file.list().id());
        LOG.info(
                "{}: payments, matched={} unmatched={} known={} rejected={} not sent={}{}",
                file,
                booked.matched(),
                booked.unmatched(),
                booked.known(),
                file.rejectedRows(),
                notSent,
                repeated ? " (taken before, nothing of it is booked)" : "");
        return new FileDisposition.Move(file.target(), marker(file.source(), file.path()), false);
    }

    private FileDisposition refuse(Source source, Path path, String why) throws IOException {
        Path target = SafeFile.free(
                folders.get(source.name()).failed(), path.getFileName().toString());
        PaymentReply.refused(target, why);
        LOG.warn("{} {}: is no list of payments, goes to failed", source, path.getFileName());
        return new FileDisposition.Move(target, marker(source, path), false);
    }

    private static Optional<Path> marker(Source source, Path path) {
        Path marker = StableFiles.marker(path);
        return source.markerFile() && Files.exists(marker) ? Optional.of(marker) : Optional.empty();
    }
}
