package pl.kurenda.web.file;

import pl.kurenda.ledger.read.FileEntry;
import pl.kurenda.web.support.PolishFormat;

/**
 * A line in the list of files, ready for display. Its figures are those at the end of loading; until then it shows
 * dashes.
 *
 * @param id id of the file
 * @param source the domain system
 * @param file its name
 * @param received when it was first picked up
 * @param state LOADING, LOADED or HELD
 * @param demo whether it is only for the simulator
 * @param rows rows read
 * @param rejected rejected rows
 * @param held held rows
 * @param queued rows accepted for sending
 * @param amount total of all rows
 */
record FileRow(
        long id,
        String source,
        String file,
        String received,
        String state,
        boolean demo,
        String rows,
        String rejected,
        String held,
        String queued,
        String amount) {
    private static final String DASH = "–";

    static FileRow of(FileEntry file, PolishFormat format) {
        boolean loading = file.state().equals("LOADING");
        return new FileRow(
                file.id(),
                file.source(),
                file.file(),
                format.time(file.receivedAt()),
                file.state(),
                file.demo(),
                loading ? DASH : format.count(file.rows()),
                loading ? DASH : format.count(file.rejected()),
                loading ? DASH : format.count(file.held()),
                loading ? DASH : format.count(file.queued()),
                loading ? DASH : format.money(file.grosze()));
    }
}
