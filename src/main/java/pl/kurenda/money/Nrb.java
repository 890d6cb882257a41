package pl.kurenda.money;

/**
 * A Polish bank account number (numer rachunku bankowego).
 *
 * @param digits 26 digits, check digits first
 */
public record Nrb(String digits) {}
