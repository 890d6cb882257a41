package pl.kurenda.delivery.smsc;

/**
 * What the SMSC says of a message.
 *
 * @param stat message state in the words of SMPP v3.4 §5.2.28, or null where the number is none of it
 * @param error error_code of the network, 0 to 255
 */
public record MessageStatus(String stat, int error) {}
