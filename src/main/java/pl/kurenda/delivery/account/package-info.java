/**
 * The configured accounts at SMSCs: address, bind, window, rate, prices and what each command_status means (SMPP v3.4
 * §5.1.3). A wrong setting is rejected here.
 */
package pl.kurenda.delivery.account;
