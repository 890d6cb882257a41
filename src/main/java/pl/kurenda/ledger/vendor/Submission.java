package pl.kurenda.ledger.vendor;

import java.time.Instant;

/**
 * A body that a vendor sent in and that was accepted.
 *
 * @param id as the vendor knows it, 26 letters and digits
 * @param tokenId of the token it came with
 * @param vendor whose it is
 * @param source as the ledger calls it
 * @param repeatKey what makes a second one the same: the vendor's key, or the content
 * @param bodySha256 of kind and body, 64 hex digits
 * @param fileName under which the intake takes it
 * @param fileSha256 of that file, 64 hex digits
 * @param rows reminders of a JSON body, or null
 * @param receivedAt when it was accepted
 * @param dropped whether the intake has been given the file
 * @param failure why the intake could not read it, or null
 */
public record Submission(
        String id,
        long tokenId,
        String vendor,
        String source,
        String repeatKey,
        String bodySha256,
        String fileName,
        String fileSha256,
        Integer rows,
        Instant receivedAt,
        boolean dropped,
        Failure failure) {

    /**
     * Why a file could not be read.
     *
     * @param code such as NO_PHONE
     * @param detail of it, such as a column; empty where there is nothing to add
     */
    public record Failure(String code, String detail) {}
}
