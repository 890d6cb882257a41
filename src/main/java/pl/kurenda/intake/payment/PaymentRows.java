package pl.kurenda.intake.payment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import pl.kurenda.intake.reader.CsvReader;
import pl.kurenda.intake.reader.CsvRecord;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.ledger.payment.Payments.Payment;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.money.Nrb;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Checks the rows of a payment list. Each row becomes a payment or is rejected with a reason. */
public final class PaymentRows {
    private static final int LONGEST = 255;

    private final PaymentFormat format;
    private final LocalDate today;
    /** How often each payment has come so far. */
    private final Map<Payment, Integer> equal = new HashMap<>();

    public PaymentRows(PaymentFormat format, LocalDate today) {
        this.format = format;
        this.today = today;
    }

    /** Why a row is not a payment. */
    enum Flaw {
        COLUMN_COUNT,
        UNREADABLE,
        DEBT_MISSING,
        ACCOUNT_INVALID,
        PHONE_INVALID,
        AMOUNT_INVALID,
        AMOUNT_NOT_POSITIVE,
        DATE_INVALID,
        DATE_FUTURE
    }

    /**
     * A rejected row.
     *
     * @param line physical line in the file, from 1
     * @param flaw why it is rejected
     * @param text of the row, as it is in the file
     */
    public record Rejected(int line, Flaw flaw, String text) {

        /** Leaves out the contents of the row. */
        @Override
        public String toString() {
            return "Rejected[line=" + line + ", flaw=" + flaw + "]";
        }
    }

    /** Creates the rules for another pass over the same file on the same day. */
    PaymentRows again() {
        return new PaymentRows(format, today);
    }

    /** Passes each row to one of the two consumers. */
    public void read(Path file, Consumer<Payment> payments, Consumer<Rejected> rejected) throws IOException {
        CsvReader.read(
                file, format.csv(), records -> records.forEachRemaining(found -> check(found, payments, rejected)));
    }

    /** Passes the next row of the file to one of the two consumers. */
    void check(CsvRecord found, Consumer<Payment> payments, Consumer<Rejected> rejected) {
        String text = found.text(format.charset());
        Object row = row(found, text);
        if (row instanceof Payment payment) {
            payments.accept(payment);
        } else {
            rejected.accept(new Rejected(found.line(), (Flaw) row, text));
        }
    }

    private Object row(CsvRecord found, String text) {
        if (!found.isReadable() || text.indexOf('\ufffd') >= 0) {
            return Flaw.UNREADABLE;
        }
        return found.cells().size() == format.columns().width() ? row(found.cells()) : Flaw.COLUMN_COUNT;
    }

    private Object row(List<String> cells) {
        String reference = SpreadsheetCell.text(cell(PaymentColumns.Of.REFERENCE, cells));
        String account =
                SpreadsheetCell.account(cell(PaymentColumns.Of.ACCOUNT, cells)).strip();
        String phone =
                SpreadsheetCell.phone(cell(PaymentColumns.Of.PHONE, cells)).strip();
        if (reference.isEmpty() && account.isEmpty() && phone.isEmpty()) {
            return Flaw.DEBT_MISSING;
        }
        boolean byAccount = reference.isEmpty() && !account.isEmpty();
        Optional<Nrb> nrb = byAccount ? Nrb.read(account) : Optional.empty();
        if (byAccount && nrb.isEmpty()) {
            return Flaw.ACCOUNT_INVALID;
        }
        boolean byPhone = reference.isEmpty() && account.isEmpty();
        Msisdn mobile = byPhone && Msisdn.read(phone) instanceof PhoneReading.Mobile read ? read.msisdn() : null;
        if (byPhone && mobile == null) {
            return Flaw.PHONE_INVALID;
        }
        AmountReading amount = Amount.read(SpreadsheetCell.bare(cell(PaymentColumns.Of.AMOUNT, cells)));
        if (!(amount instanceof AmountReading.Owed paid)) {
            return amount == AmountReading.Problem.NOT_POSITIVE ? Flaw.AMOUNT_NOT_POSITIVE : Flaw.AMOUNT_INVALID;
        }
        Optional<LocalDate> day = DueDate.read(SpreadsheetCell.bare(cell(PaymentColumns.Of.DATE, cells)));
        if (day.isEmpty()) {
            return Flaw.DATE_INVALID;
        }
        String named = reference.isEmpty() ? null : reference.substring(0, Math.min(LONGEST, reference.length()));
        return day.get().isAfter(today)
                ? Flaw.DATE_FUTURE
                : counted(new Payment(0, named, nrb.map(Nrb::digits).orElse(null), mobile, paid.amount(), day.get()));
    }

    private Payment counted(Payment payment) {
        int ordinal = equal.merge(payment, 1, Integer::sum);
        return new Payment(
                ordinal, payment.reference(), payment.account(), payment.phone(), payment.amount(), payment.on());
    }

    private String cell(PaymentColumns.Of column, List<String> cells) {
        return format.columns().cell(column, cells).strip();
    }
}
