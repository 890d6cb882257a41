package pl.kurenda.intake;

/**
 * A sheet of a workbook.
 *
 * @param part id of its part in the package
 * @param name as people see it
 * @param width cells of its widest row, without empty ones at the end
 */
record WorkbookSheet(String part, String name, int width) {

    WorkbookSheet ofWidth(int found) {
        return new WorkbookSheet(part, name, found);
    }
}
