/** The page of numbers that get no reminders. */
package pl.kurenda.web.optout;
