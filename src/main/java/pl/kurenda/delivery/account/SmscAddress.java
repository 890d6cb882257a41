package pl.kurenda.delivery.account;

/**
 * Where the SMSC is and how we log in.
 *
 * @param name that is stored with segments and receipts
 * @param host name or address
 * @param port TCP port
 * @param systemId of the ESME
 * @param password of the ESME, up to 8 characters by SMPP v3.4 §5.2.2, longer if the SMSC accepts it
 * @param tls whether the connection is TLS
 * @param simulator whether it is the built-in simulator
 */
public record SmscAddress(
        String name, String host, int port, String systemId, String password, boolean tls, boolean simulator) {

    /** Leaves out the password. */
    @Override
    public String toString() {
        return name + " (" + host + ":" + port + ")";
    }
}
