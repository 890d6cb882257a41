package pl.kurenda.intake.reader;

/**
 * A sheet of a workbook.
 *
 * @param part id of its part in the package
 * @param name as people see it
 * @param width number of cells in its widest row, without empty ones at the end
 * @param hidden its hidden rows and columns
 */
public record WorkbookSheet(String part, String name, int width, Hidden hidden) {

    public WorkbookSheet read(int found, Hidden unseen) {
        return new WorkbookSheet(part, name, found, unseen);
    }
}
