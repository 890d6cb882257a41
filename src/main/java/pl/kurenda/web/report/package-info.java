/** Pages about days, months, bills, the register and the effect. */
package pl.kurenda.web.report;
