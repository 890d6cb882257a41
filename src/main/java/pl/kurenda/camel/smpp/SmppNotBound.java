package pl.kurenda.camel.smpp;

import java.io.IOException;

/** There is no session to the SMSC, so nothing can have been sent. */
final class SmppNotBound extends IOException {

    private static final long serialVersionUID = 1L;

    SmppNotBound(String message) {
        super(message);
    }
}
