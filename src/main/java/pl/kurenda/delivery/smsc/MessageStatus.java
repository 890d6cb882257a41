package pl.kurenda.delivery.smsc;

/**
 * The state of a message as the SMSC reports it.
 *
 * @param stat message state in the words of SMPP v3.4 §5.2.28, or null if the number is not defined there
 * @param error error_code of the network, 0 to 255
 */
public record MessageStatus(String stat, int error) {}
