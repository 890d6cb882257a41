package pl.kurenda.ledger.vendor;

import java.time.Instant;

/**
 * An accepted request body from a vendor.
 *
 * @param id that the vendor sees, 26 letters and digits
 * @param tokenId id of the token that was used
 * @param vendor that sent it
 * @param source name in the ledger
 * @param repeatKey identifies repeats: the key from the vendor, or the content
 * @param bodySha256 of kind and body, 64 hex digits
 * @param fileName name of the file for the intake
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
     * @param detail such as a column; empty if there is none
     */
    public record Failure(String code, String detail) {}
}
