/**
 * Accounts at SMSCs as the settings describe them: address, bind, window, rate, prices and what each command_status
 * means (SMPP v3.4 §5.1.3). A wrong setting is refused here.
 */
package pl.kurenda.delivery.account;
