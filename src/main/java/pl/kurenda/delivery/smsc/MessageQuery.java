package pl.kurenda.delivery.smsc;

/**
 * A query_sm to send.
 *
 * @param messageId as in the submit_sm_resp
 * @param sender source address of the submit_sm, which the SMSC compares
 */
public record MessageQuery(String messageId, String sender) {}
