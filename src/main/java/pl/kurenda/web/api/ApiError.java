package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One error in a request body or in one of its rows.
 *
 * @param pointer position in a JSON body (RFC 6901), or null
 * @param line line of an upload on which the record starts, from 1, or null
 * @param column column name as in the upload, or null
 * @param reason error code; for a row, one of the codes in the contract
 * @param detail what to do about it, for people; never contains the value itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApiError(String pointer, Integer line, String column, String reason, String detail) {}
