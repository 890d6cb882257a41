/** Keeps the windows of all accounts full: claims blocks, picks an account, submits, and has the outcomes recorded. */
package pl.kurenda.delivery.dispatch;
