/** What all pages use: language, formats, roles and messages. It depends on no page. */
package pl.kurenda.web.support;
