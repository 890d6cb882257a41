package pl.kurenda.intake;

import java.io.IOException;

/** A workbook is damaged, or would take more than an export needs. */
final class WorkbookException extends IOException {
    private static final long serialVersionUID = 1;

    WorkbookException(String what) {
        super(what);
    }

    WorkbookException(Exception cause) {
        super("a workbook cannot be read", cause);
    }
}
