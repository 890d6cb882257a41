package pl.kurenda.intake.payment;

import java.io.IOException;
import java.nio.file.Path;
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.payment.Payments.Booked;
import pl.kurenda.ledger.payment.Payments.Listed;

/** A payment list on its way through the route {@code payments}. */
public sealed interface PaymentFile {

    /** The rows of the list are to be booked. Used by one thread at a time. */
    final class Booking implements PaymentFile {
        private final Source source;
        private final Path path;
        private final Path target;
        private final String sha256;
        private final PaymentFormat format;
        private final Listed list;
        private final PaymentRows rows;
        private Booked booked = Booked.NOTHING;
        private int rejected;
        private boolean gone;

        /** @param target where the file finally goes */
        Booking(
                Source source,
                Path path,
                Path target,
                String sha256,
                PaymentFormat format,
                Listed list,
                PaymentRows rows) {
            this.source = source;
            this.path = path;
            this.target = target;
            this.sha256 = sha256;
            this.format = format;
            this.list = list;
            this.rows = rows;
        }

        /** Opens the records below the header, in blocks. */
        PaymentBlocks blocks() throws IOException {
            return PaymentBlocks.open(this);
        }

        void booked(Booked payments) {
            booked = booked.plus(payments);
        }

        void rejected() {
            rejected++;
        }

        /** Records that another node has moved the file since. */
        void gone() {
            gone = true;
        }

        boolean isGone() {
            return gone;
        }

        Source source() {
            return source;
        }

        Path path() {
            return path;
        }

        Path target() {
            return target;
        }

        String sha256() {
            return sha256;
        }

        PaymentFormat format() {
            return format;
        }

        Listed list() {
            return list;
        }

        PaymentRows rows() {
            return rows;
        }

        Booked booked() {
            return booked;
        }

        int rejectedRows() {
            return rejected;
        }

        @Override
        public String toString() {
            return source + " " + path.getFileName();
        }
    }

    /**
     * The list cannot be read.
     *
     * @param why key of the explanation
     */
    record Refused(Source source, Path path, String why) implements PaymentFile {}

    /** Nothing can be done with the file now. */
    record Untouched(FileDisposition filing) implements PaymentFile {}
}
