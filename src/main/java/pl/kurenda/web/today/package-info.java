/** The page Today: what arrived and how far it got. */
package pl.kurenda.web.today;
