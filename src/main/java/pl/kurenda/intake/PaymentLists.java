package pl.kurenda.intake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Payments;
import pl.kurenda.ledger.Payments.Booked;
import pl.kurenda.ledger.Payments.Listed;
import pl.kurenda.ledger.Payments.Payment;

/**
 * Takes lists of payments: each row becomes a payment in the ledger, or is answered with a reason. A list that a crash
 * interrupts is still where it was dropped, and what is booked of it is booked once.
 */
@Component("paymentLists")
public class PaymentLists {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLists.class);
    private static final int BLOCK = 500;

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

    /** The folder where a source drops its lists. */
    public Path folder(Source source) {
        return folders.get(source.name()).in();
    }

    /**
     * Books a list and writes its answers.
     *
     * @return where the file goes
     * @throws IOException if it cannot be read or answered now; it is to be tried again
     */
    public Filing take(File dropped) throws IOException {
        Path path = dropped.toPath().toAbsolutePath().normalize();
        Source source = sources.get(path.getParent());
        try {
            FileStamp before = FileStamp.of(path);
            FilePass pass = FilePass.over(path);
            boolean text = pass.refusal() == null && !pass.isPackage();
            Optional<PaymentFormat> format = text ? PaymentFormat.of(path, pass, source.reading()) : Optional.empty();
            if (format.isEmpty()) {
                return refuse(source, path, text ? "payment.noColumns" : "payment.noText");
            }
            if (!FileStamp.of(path).equals(before)) {
                return new Filing.Leave();
            }
            return book(source, path, pass.sha256Hex(), format.get());
        } catch (NoSuchFileException e) {
            return new Filing.Gone();
        }
    }

    private Filing book(Source source, Path path, String sha256, PaymentFormat format) throws IOException {
        SourceFolders of = folders.get(source.name());
        String dropped = path.getFileName().toString();
        Path target = SafeFile.free(of.done(), dropped);
        String name = target.getFileName().toString();
        Listed list = payments.open(source.name(), dropped, sha256);
        Counts counts = new Counts(list.id(), source.name());
        if (!list.repeated()) {
            LocalDate today = LocalDate.now(clock);
            new PaymentRows(format, today).read(path, counts::add, row -> counts.rejected++);
            counts.flush();
            if (counts.rejected > 0) {
                PaymentAnswers.rejected(of.out(), name, format, new PaymentRows(format, today), path);
            }
        }
        int notSent = list.repeated() ? 0 : payments.takenBack(list.id());
        var answered = new PaymentAnswers.PaymentList(dropped, sha256, source.name(), list.repeated());
        PaymentAnswers.receipt(
                of.out(), name, PaymentAnswers.Receipt.of(answered, counts.rejected, counts.booked, notSent));
        payments.finish(list.id());
        LOG.info(
                "{} {}: payments, matched={} unmatched={} known={} rejected={} not sent={}{}",
                source,
                dropped,
                counts.booked.matched(),
                counts.booked.unmatched(),
                counts.booked.known(),
                counts.rejected,
                notSent,
                list.repeated() ? " (taken before, nothing of it is booked)" : "");
        return new Filing.Move(target, marker(source, path), false);
    }

    private Filing refuse(Source source, Path path, String why) throws IOException {
        Path target = SafeFile.free(
                folders.get(source.name()).failed(), path.getFileName().toString());
        PaymentAnswers.refused(target, why);
        LOG.warn("{} {}: is no list of payments, goes to failed", source, path.getFileName());
        return new Filing.Move(target, marker(source, path), false);
    }

    private static Optional<Path> marker(Source source, Path path) {
        Path marker = StableFiles.marker(path);
        return source.markerFile() && Files.exists(marker) ? Optional.of(marker) : Optional.empty();
    }

    /** Books block by block. */
    private final class Counts {
        private final long list;
        private final String source;
        private final List<Payment> waiting = new ArrayList<>();
        private Booked booked = Booked.NOTHING;
        private int rejected;

        Counts(long list, String source) {
            this.list = list;
            this.source = source;
        }

        void add(Payment payment) {
            waiting.add(payment);
            if (waiting.size() == BLOCK) {
                flush();
            }
        }

        void flush() {
            if (!waiting.isEmpty()) {
                booked = booked.plus(payments.book(list, source, List.copyOf(waiting)));
                waiting.clear();
            }
        }
    }
}
