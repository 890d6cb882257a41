package pl.kurenda.ledger.read;

import java.time.Instant;

/**
 * A file in the list of files. Its figures are those at the end of loading.
 *
 * @param id of the batch
 * @param source it came from
 * @param file its name in {@code done} and {@code out}
 * @param receivedAt when it was first taken up
 * @param state LOADING, LOADED or HELD
 * @param demo whether only the built-in simulator may get it
 * @param rows read; 0 while it is LOADING
 * @param rejected rows
 * @param held rows
 * @param queued rows accepted for sending
 * @param grosze amount over all rows whose amount could be read
 */
public record FileEntry(
        long id,
        String source,
        String file,
        Instant receivedAt,
        String state,
        boolean demo,
        int rows,
        int rejected,
        int held,
        int queued,
        long grosze) {}
