package pl.kurenda.intake.row;

import java.util.List;
import java.util.stream.Stream;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.AmountReading;
import pl.kurenda.recipient.Msisdn;

/** Collects what the rows of a file show together: how the file is written, and what a person must check. */
public final class FileObservations {
    private final Layout layout;
    private final ConflictingColumns conflicting;
    private final MonthFirst monthFirst = new MonthFirst();
    private final ReusedReferences references = new ReusedReferences();
    private final NotationSummary notation = new NotationSummary();

    FileObservations(Layout layout) {
        this.layout = layout;
        this.conflicting = new ConflictingColumns(layout);
    }

    /**
     * Records the amount and the due date of a row, whether or not the row is rejected later.
     *
     * @param cell of the amount, as it was read
     * @param due cell of the due date, as it is read
     * @param cells of the row
     */
    void row(AmountReading amount, String cell, String due, List<String> cells) {
        if (amount instanceof AmountReading.Owed) {
            notation.seeAmount(cell);
        }
        conflicting.see(amount, cells);
        monthFirst.see(due);
    }

    /** Records a cell that was read as a date. */
    void day(String due) {
        notation.seeDay(due);
    }

    /** Records a debt that is to be paid. */
    void debt(String reference, Msisdn phone) {
        references.see(reference, phone);
    }

    /** The findings that a person must check, from the layout and from all rows. */
    public List<Finding> noticed() {
        return Stream.of(
                        ReaderFindings.of(layout).stream(),
                        conflicting.findings(),
                        monthFirst.finding().stream(),
                        references.finding().stream())
                .flatMap(found -> found)
                .toList();
    }

    /** How the file is written, from the layout and from all rows. */
    public Detected detected() {
        return Detected.of(layout).with(notation.amounts(), notation.days());
    }
}
