package pl.kurenda.ledger;

/** What an SMSC delivers and Kurenda keeps: committed first, acknowledged then. */
public sealed interface Delivered permits ReceiptNote, StopRequest {}
