package pl.kurenda.delivery.smsc;

/**
 * One query_sm to be.
 *
 * @param messageId as the submit_sm_resp had it
 * @param sender source address of the submit_sm, which the SMSC compares
 */
public record MessageQuery(String messageId, String sender) {}
