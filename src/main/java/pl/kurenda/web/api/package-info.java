/** The interface for vendors' programs, /api/v1: JSON in and out, problems by RFC 9457. Uses what web may use. */
package pl.kurenda.web.api;
