/** Failed logins, counted over all nodes. */
package pl.kurenda.ledger.login;
