/** The page Today: what came in and how far it got. */
package pl.kurenda.web.today;
