package pl.kurenda.camel.smpp;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Command;

/**
 * Hangs up on a command_length that cannot be: where a PDU ends is not known any more, so nothing that follows can be trusted.
 * jSMPP alone makes an array of any length it is told, and when the memory does not reach, the session stays bound with nobody
 * reading; on a length that is too small it waits for the answer to an unbind that it cannot read.
 *
 * <p>PDUs of the two kinds that come by the thousand are offered to their taker here, and jSMPP does not see those that were
 * taken. It would write each of them out in hexadecimal, hand it to another thread, and keep a thread for each receipt until it is
 * acknowledged: two thirds of the processor time of a receipt.
 */
final class SmppReader extends DefaultPDUReader {
    /** More than any PDU has: the largest is a message_payload of 64 KiB (SMPP v3.4 §5.3.2.32) and some hundred octets. */
    private static final int MOST_OCTETS = 128 * 1024;

    private Taker taker = (header, pdu) -> false;
    private byte[] left;

    /** Sets who is offered every PDU first; before anything is read. */
    void offerTo(Taker first) {
        taker = first;
    }

    /** The header of the next PDU that nobody has taken. */
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

    /** A deliver_sm that does not keep to its own lengths is answered for what of it can be read: jSMPP would never answer it. */
    private byte[] nextPdu(DataInputStream in, Command header) throws IOException {
        byte[] pdu = super.readPDU(in, header);
        return header.getCommandId() == SMPPConstant.CID_DELIVER_SM ? DeliverSmBytes.readable(pdu) : pdu;
    }

    /** Who may take a PDU. */
    interface Taker {
        /** Whether it was taken; false leaves it to jSMPP. Called by the reading thread, which must not be kept. */
        boolean take(Command header, byte[] pdu);
    }
}
