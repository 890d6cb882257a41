package pl.kurenda.camel.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * Closes the connection on an impossible command_length: the end of the PDU is no longer known, so nothing that follows
 * can be trusted. jSMPP alone makes an array of any length that the PDU names. If the memory is too small for it, the
 * session stays bound and nothing reads from it. If the length is too small, jSMPP waits for the response to an unbind
 * that it cannot read.
 *
 * <p>PDUs of the two frequent kinds are offered to their taker here, and jSMPP does not see those that were taken. It
 * would write each of them out in hexadecimal, hand it to another thread, and keep a thread for each receipt until it
 * is acknowledged: two thirds of the processor time of a receipt.
 */
final class SmppReader extends DefaultPDUReader {
    /**
     * More than any valid PDU has: the largest is a message_payload of 64 KiB (SMPP v3.4 §5.3.2.32) and some hundred
     * octets.
     */
    private static final int MOST_OCTETS = 128 * 1024;

    private Taker taker = (header, pdu) -> false;
    private byte[] left;

    /** Sets the taker that is offered every PDU first. Call it before anything is read. */
    void offerTo(Taker first) {
        taker = first;
    }

    /** The header of the next PDU that was not taken. */
    @Override
    public Command readPDUHeader(DataInputStream in) throws IOException {
        Command header = nextHeader(in);
        byte[] pdu = nextPdu(in, header);
        while (taker.take(header, pdu)) {
            header = nextHeader(in);
            pdu = nextPdu(in, header);
        }
        left = pdu;
        return header;
    }

    @Override
    public byte[] readPDU(DataInputStream in, Command header) {
        return left;
    }

    private Command nextHeader(DataInputStream in) throws IOException {
        try {
            Command header = super.readPDUHeader(in);
            if (header.getCommandLength() > MOST_OCTETS) {
                throw new IOException("command_length is " + header.getCommandLength());
            }
            return header;
        } catch (InvalidCommandLengthException | NegativeArraySizeException tooSmall) {
            throw new IOException("command_length is less than 16", tooSmall);
        }
    }

    /**
     * The next PDU. If a deliver_sm has invalid lengths, its readable part is used, because jSMPP would never respond
     * to it.
     */
    private byte[] nextPdu(DataInputStream in, Command header) throws IOException {
        byte[] pdu = super.readPDU(in, header);
        return header.getCommandId() == SMPPConstant.CID_DELIVER_SM ? DeliverSmBytes.readable(pdu) : pdu;
    }

    /** May take a PDU. */
    interface Taker {
        /** Takes the PDU, or returns false to leave it to jSMPP. Runs in the reading thread, so it must not block. */
        boolean take(Command header, byte[] pdu);
    }
}
