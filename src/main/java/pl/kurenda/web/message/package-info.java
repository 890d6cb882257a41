/** Pages of reminders: search, one reminder, and those of unknown fate. */
package pl.kurenda.web.message;
