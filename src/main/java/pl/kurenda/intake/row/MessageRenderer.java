package pl.kurenda.intake.row;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.source.HoldOut;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.message.SmsText;
import pl.kurenda.message.TemplateFields;

/** Turns the debts of a source into messages: text, alphabet, segments and cost. */
final class MessageRenderer {
    private final Source source;
    private final PriceSettings price;
    private final Clock clock;
    private final Duration expireAfter;
    private final HoldOut holdOut;
    private final boolean inWords;

    /**
     * Creates the renderer for the rows of one file.
     *
     * @param expireAfter how long from now a reminder is worth sending
     * @param holdOut selects the debts that get no reminder
     */
    MessageRenderer(Source source, PriceSettings price, Clock clock, Duration expireAfter, HoldOut holdOut) {
        this.source = source;
        this.price = price;
        this.clock = clock;
        this.expireAfter = expireAfter;
        this.holdOut = holdOut;
        this.inWords = source.wording().template().names("{amount-words}");
    }

    /** Renders the message of a row that passed the checks. A rejected row stays as it is. */
    RowResult render(RowResult checked) {
        if (!(checked instanceof RowResult.Owed row)) {
            return checked;
        }
        SmsText sms = text(row.debt());
        return sms.isTooLong()
                ? RowResult.rejected(
                        row.cut(), Reason.TEXT_TOO_LONG, null, null, row.debt().amount())
                : new RowResult.Valid(reminder(row.cut().line(), row.debt(), sms)).heldOutBy(holdOut);
    }

    private SmsText text(Debt debt) {
        Source.Wording wording = source.wording();
        LocalDate today = LocalDate.now(clock);
        boolean overdue = debt.due() != null && debt.due().isBefore(today);
        String text = wording.template()
                .render(new TemplateFields(
                        LinkFilter.without(debt.name()),
                        debt.amount().polish(),
                        DueDate.polish(debt.due()),
                        debt.account(),
                        LinkFilter.without(debt.reference()),
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
                RowResult.shorten(orNull(debt.name())),
                debt.amount(),
                debt.due(),
                debt.account(),
                RowResult.shorten(orNull(debt.reference())),
                source.wording().sender(),
                sms.text(),
                sms.alphabet().name(),
                segments,
                price.cost(SandboxSource.settingsName(source.name()), segments),
                DebtKeys.identity(source, debt, LocalDate.now(clock)),
                small ? Suppression.BELOW_MINIMUM : null,
                clock.instant().plus(expireAfter));
    }

    private static String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
