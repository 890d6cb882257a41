/** What all pages use: language, formats, roles and messages. It uses no page. */
package pl.kurenda.web.support;
