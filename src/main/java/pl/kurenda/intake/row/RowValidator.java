package pl.kurenda.intake.row;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.column.FieldNames;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.intake.text.Whitespace;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.money.Nrb;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * Checks the rows of a file one by one. Each row is a debt or is rejected. The reason is the first that applies in the
 * order of {@link Reason}.
 */
final class RowValidator {
    /** The most years between today and a due date. */
    private static final int FAR = 20;

    private final Layout layout;
    private final Clock clock;
    private final TruncatedCell truncated = new TruncatedCell();
    private final FileObservations fileObservations;
    private final DebtorCells debtors;

    RowValidator(Layout layout, Clock clock) {
        this.layout = layout;
        this.clock = clock;
        this.fileObservations = new FileObservations(layout);
        this.debtors = new DebtorCells(layout);
    }

    /** Checks the next row of the file. */
    RowResult check(Row row) {
        RawRecord cut = row.cut();
        if (cut.cells() != 0 && !layout.accepts(cut.cells())) {
            return RowResult.rejected(cut, Reason.COLUMN_COUNT, null, String.valueOf(cut.cells()), null);
        }
        if (!cut.sound()) {
            return RowResult.rejected(cut, Reason.UNREADABLE, null, null, null);
        }
        return new Cellwise(row).check();
    }

    /** What the rows checked so far show together. */
    FileObservations observations() {
        return fileObservations;
    }

    /** The check of a single row whose cells could be read. */
    private final class Cellwise {
        private final RawRecord cut;
        private final List<String> cells;
        private final Map<Field, String> filled;
        private final String written;
        private final AmountReading amount;
        /** Without the characters that a spreadsheet puts around the value. */
        private final String due;

        Cellwise(Row row) {
            cut = row.cut();
            cells = row.cells();
            filled = row.filled();
            written = SpreadsheetCell.bare(raw(Field.AMOUNT));
            amount = Amount.read(written);
            due = SpreadsheetCell.text(raw(Field.DUE));
        }

        RowResult check() {
            if (isCut()) {
                return RowResult.rejected(cut, Reason.UNREADABLE, column(Field.AMOUNT), raw(Field.AMOUNT), null);
            }
            fileObservations.row(amount, written, due, cells);
            PhoneReading phone = debtors.phone(raw(Field.PHONE), cells);
            if (phone instanceof PhoneReading.Mobile mobile) {
                return amount instanceof AmountReading.Owed owed
                        ? check(mobile.msisdn(), owed.amount())
                        : reject(Reason.of((AmountReading.Problem) amount), Field.AMOUNT);
            }
            return reject(Reason.of((PhoneReading.Problem) phone), Field.PHONE);
        }

        private RowResult check(Msisdn phone, Amount owed) {
            if (isLast(Field.DUE) && truncated.isDay(cut, due)) {
                return RowResult.rejected(cut, Reason.UNREADABLE, column(Field.DUE), raw(Field.DUE), owed);
            }
            Optional<LocalDate> day = DueDate.read(due).filter(RowValidator.this::isNear);
            if (day.isEmpty() && !due.isEmpty()) {
                return reject(Reason.DUE_DATE_INVALID, Field.DUE);
            }
            if (day.isPresent()) {
                truncated.seeDay(due);
                fileObservations.day(due);
            }
            String account = Whitespace.single(SpreadsheetCell.account(raw(Field.ACCOUNT)));
            Optional<Nrb> nrb = account.isEmpty() ? Optional.empty() : Nrb.read(account);
            if (nrb.isEmpty() && !account.isEmpty()) {
                return reject(Reason.ACCOUNT_INVALID, Field.ACCOUNT);
            }
            Debt debt = new Debt(
                    phone,
                    owed,
                    day.orElse(null),
                    nrb.map(Nrb::digits).orElse(null),
                    debtors.name(raw(Field.NAME), cells),
                    SpreadsheetCell.text(raw(Field.REFERENCE)));
            fileObservations.debt(debt.reference(), phone);
            return new RowResult.Owed(cut, debt);
        }

        /** Whether the end of the file may have shortened the amount. */
        private boolean isCut() {
            if (!(amount instanceof AmountReading.Owed)) {
                return false;
            }
            String whole = raw(Field.AMOUNT);
            if (isLast(Field.AMOUNT) && truncated.isAmount(cut, whole)) {
                return true;
            }
            truncated.seeAmount(whole);
            return false;
        }

        /** Whether the field is in the last cell of a file without a final line end. */
        private boolean isLast(Field field) {
            return !cut.ended() && layout.place(field).orElse(-1) == cells.size() - 1;
        }

        private RowResult reject(Reason reason, Field field) {
            boolean total = reason == Reason.PHONE_MISSING && cells.stream().anyMatch(FieldNames::isTotal);
            Amount read = amount instanceof AmountReading.Owed owed && !total ? owed.amount() : null;
            return RowResult.rejected(cut, reason, column(field), raw(field), read);
        }

        private String column(Field field) {
            OptionalInt place = layout.place(field);
            return place.isEmpty() ? field.key() : layout.columnName(place.getAsInt());
        }

        /** The cell of a field as it came or was filled in; empty if the file has no such column. */
        private String raw(Field field) {
            if (!filled.isEmpty() && filled.containsKey(field)) {
                return filled.get(field);
            }
            OptionalInt place = layout.place(field);
            return place.isEmpty() ? "" : cells.get(place.getAsInt());
        }
    }

    /**
     * Whether the due date is at most {@link #FAR} years away. A later or earlier date is a typing error that no
     * resident should read.
     */
    private boolean isNear(LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        return !due.isAfter(today.plusYears(FAR)) && !due.isBefore(today.minusYears(FAR));
    }
}
