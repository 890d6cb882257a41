/**
 * What a loaded file must pass before it is sent: the figures that the gate looks at, its findings, holds and the
 * release policy. The rules themselves are in intake.source.
 */
package pl.kurenda.ledger.gate;
