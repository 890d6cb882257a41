package pl.kurenda.intake.payment;

import java.util.ArrayList;
import java.util.List;
import pl.kurenda.intake.reader.CsvRecord;
import pl.kurenda.ledger.payment.Payments.Payment;

/** Rows of a payment list that are checked together, then booked in one transaction. Used by one thread at a time. */
public final class PaymentBlock {
    private final PaymentFile.Booking file;
    private final List<CsvRecord> records;
    private final List<Payment> payments = new ArrayList<>();

    PaymentBlock(PaymentFile.Booking file, List<CsvRecord> records) {
        this.file = file;
        this.records = records;
    }

    PaymentFile.Booking file() {
        return file;
    }

    void check() {
        for (CsvRecord record : records) {
            file.rows().check(record, payments::add, row -> file.rejected());
        }
    }

    /** The rows that are payments. */
    List<Payment> payments() {
        return payments;
    }

    /** Leaves out the contents of the rows. */
    @Override
    public String toString() {
        return "PaymentBlock[" + file + ", rows=" + records.size() + "]";
    }
}
