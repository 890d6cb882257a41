/** The page of the audit log. */
package pl.kurenda.web.audit;
