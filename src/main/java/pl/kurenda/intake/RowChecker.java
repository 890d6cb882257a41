package pl.kurenda.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import pl.kurenda.ledger.NewRejection;
import pl.kurenda.ledger.NewReminder;
import pl.kurenda.ledger.Sandbox;
import pl.kurenda.ledger.Suppression;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.message.SmsText;
import pl.kurenda.message.TemplateFields;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.money.Nrb;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Gives the verdict on the rows of a file, each for itself; the reason is the first one met in the order of {@link Reason}. */
final class RowChecker {
    private static final int LONGEST = 255;
    /** Years. */
    private static final int FAR = 20;

    private final Source source;
    private final Layout layout;
    private final PriceSettings price;
    private final Clock clock;
    private final Duration expireAfter;
    private final boolean inWords;
    private final TruncatedCell truncated = new TruncatedCell();
    private final Observations observations;
    private final DebtorCells debtors;

    RowChecker(Source source, Layout layout, PriceSettings price, Clock clock, Duration expireAfter) {
        this.source = source;
        this.layout = layout;
        this.price = price;
        this.clock = clock;
        this.expireAfter = expireAfter;
        this.observations = new Observations(layout);
        this.debtors = new DebtorCells(layout);
        this.inWords = source.wording().template().names("{amount-words}");
    }

    RowResult check(Row row) {
        CutRecord cut = row.cut();
        if (cut.cells() != 0 && !layout.accepts(cut.cells())) {
            return rejected(cut, Reason.COLUMN_COUNT, null, String.valueOf(cut.cells()), null);
        }
        if (!cut.sound()) {
            return rejected(cut, Reason.UNREADABLE, null, null, null);
        }
        return new Cellwise(row).check();
    }

    /** What all rows that were checked show together. */
    Observations observations() {
        return observations;
    }

    private static RowResult rejected(CutRecord cut, Reason reason, String column, String value, Amount amount) {
        return new RowResult.Rejected(new NewRejection(
                cut.line(), reason.name(), column, shorten(value), amount == null ? null : amount.grosze(), cut.raw()));
    }

    private static String shorten(String value) {
        if (value == null || value.length() <= LONGEST) {
            return value;
        }
        boolean pair = Character.isHighSurrogate(value.charAt(LONGEST - 1));
        return value.substring(0, pair ? LONGEST - 1 : LONGEST);
    }

    /** The check of a single row whose cells could be read. */
    private final class Cellwise {
        private final CutRecord cut;
        private final List<String> cells;
        private final Map<Field, String> filled;
        private final String written;
        private final AmountReading amount;
        /** Without what a spreadsheet puts around it. */
        private final String due;

        Cellwise(Row row) {
            cut = row.cut();
            cells = row.cells();
            filled = row.filled();
            written = MachineCell.bare(raw(Field.AMOUNT));
            amount = Amount.read(written);
            due = MachineCell.text(raw(Field.DUE));
        }

        RowResult check() {
            if (isCut()) {
                return rejected(cut, Reason.UNREADABLE, column(Field.AMOUNT), raw(Field.AMOUNT), null);
            }
            observations.row(amount, written, due, cells);
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
                return rejected(cut, Reason.UNREADABLE, column(Field.DUE), raw(Field.DUE), owed);
            }
            Optional<LocalDate> day = DueDate.read(due).filter(RowChecker.this::isNear);
            if (day.isEmpty() && !due.isEmpty()) {
                return reject(Reason.DUE_DATE_INVALID, Field.DUE);
            }
            if (day.isPresent()) {
                truncated.seeDay(due);
                observations.day(due);
            }
            String account = Spaces.single(MachineCell.account(raw(Field.ACCOUNT)));
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
                    MachineCell.text(raw(Field.REFERENCE)));
            observations.debt(debt.reference(), phone);
            SmsText sms = render(debt);
            return sms.isTooLong()
                    ? rejected(cut, Reason.TEXT_TOO_LONG, null, null, owed)
                    : new RowResult.Valid(reminder(cut.line(), debt, sms));
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

        /** Whether it is the cell in which the file ends. */
        private boolean isLast(Field field) {
            return !cut.ended() && layout.place(field).orElse(-1) == cells.size() - 1;
        }

        private RowResult reject(Reason reason, Field field) {
            boolean total = reason == Reason.PHONE_MISSING && cells.stream().anyMatch(FieldNames::isTotal);
            Amount read = amount instanceof AmountReading.Owed owed && !total ? owed.amount() : null;
            return rejected(cut, reason, column(field), raw(field), read);
        }

        private String column(Field field) {
            OptionalInt place = layout.place(field);
            return place.isEmpty() ? field.key() : layout.columnName(place.getAsInt());
        }

        /** The cell of a field as it came or was filled in, empty where the file has no such column. */
        private String raw(Field field) {
            if (!filled.isEmpty() && filled.containsKey(field)) {
                return filled.get(field);
            }
            OptionalInt place = layout.place(field);
            return place.isEmpty() ? "" : cells.get(place.getAsInt());
        }
    }

    /** A debt due in another age is a slip of the pen, which no resident should read. */
    private boolean isNear(LocalDate due) {
        LocalDate today = LocalDate.now(clock);
        return !due.isAfter(today.plusYears(FAR)) && !due.isBefore(today.minusYears(FAR));
    }

    private SmsText render(Debt debt) {
        Source.Wording wording = source.wording();
        LocalDate today = LocalDate.now(clock);
        boolean overdue = debt.due() != null && debt.due().isBefore(today);
        String text = wording.template()
                .render(new TemplateFields(
                        Links.without(debt.name()),
                        debt.amount().polish(),
                        DueDate.polish(debt.due()),
                        debt.account(),
                        Links.without(debt.reference()),
                        wording.office(),
                        overdue ? String.valueOf(ChronoUnit.DAYS.between(debt.due(), today)) : "",
                        inWords ? debt.amount().words() : ""));
        return SmsText.of(text, wording.alphabet());
    }

    private NewReminder reminder(int line, Debt debt, SmsText sms) {
        int segments = sms.segments().size();
        boolean small = debt.amount().grosze() < source.wording().minimum();
        return new NewReminder(
                line,
                debt.phone(),
                shorten(orNull(debt.name())),
                debt.amount(),
                debt.due(),
                debt.account(),
                shorten(orNull(debt.reference())),
                source.wording().sender(),
                sms.text(),
                sms.alphabet().name(),
                segments,
                price.cost(Sandbox.settingsName(source.name()), segments),
                Debts.identity(source, debt, LocalDate.now(clock)),
                small ? Suppression.BELOW_MINIMUM : null,
                clock.instant().plus(expireAfter));
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
