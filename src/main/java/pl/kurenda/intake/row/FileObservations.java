package pl.kurenda.intake.row;

import java.util.List;
import java.util.stream.Stream;
import pl.kurenda.intake.answer.Detected;
import pl.kurenda.intake.format.Layout;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.money.AmountReading;
import pl.kurenda.recipient.Msisdn;

/** What the rows of a file show together: how it is written, and what a person has to look at. */
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
     * The amount and the due date of a row, whatever becomes of it.
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

    /** A cell that was read as a day. */
    void day(String due) {
        notation.seeDay(due);
    }

    /** A debt that is to be paid. */
    void debt(String reference, Msisdn phone) {
        references.see(reference, phone);
    }

    /** What a person has to look at, of the layout and of all rows. */
    public List<Finding> noticed() {
        return Stream.of(
                        ReaderFindings.of(layout).stream(),
                        conflicting.findings(),
                        monthFirst.finding().stream(),
                        references.finding().stream())
                .flatMap(found -> found)
                .toList();
    }

    /** How the file is written, by its layout and by all rows. */
    public Detected detected() {
        return Detected.of(layout).with(notation.amounts(), notation.days());
    }
}
