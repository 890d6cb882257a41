package pl.kurenda.ledger.inbox;

/** A message from the SMSC that Kurenda keeps. It is committed before it is acknowledged. */
public sealed interface InboundMessage permits DeliveryReceipt, OptOutRequest {}
