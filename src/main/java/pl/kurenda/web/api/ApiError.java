package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One thing that is wrong with a body or a row of it.
 *
 * @param pointer where in a JSON body (RFC 6901), or null
 * @param line of an upload on which the record starts, from 1, or null
 * @param column as the upload calls it, or null
 * @param reason code: of a row one of the contract's
 * @param detail what to do about it, for people; without the value itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiError(String pointer, Integer line, String column, String reason, String detail) {}
