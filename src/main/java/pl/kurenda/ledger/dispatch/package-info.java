/**
 * The queue: reminders are claimed, marked SUBMITTING, and get the result of their submits. Every step is a guarded
 * update that is committed before anything leaves.
 */
package pl.kurenda.ledger.dispatch;
