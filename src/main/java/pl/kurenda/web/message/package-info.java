/** Pages about reminders: search, a single reminder and the UNKNOWN reminders. */
package pl.kurenda.web.message;
