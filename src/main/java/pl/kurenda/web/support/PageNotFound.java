package pl.kurenda.web.support;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The error of a page that does not exist. */
public final class PageNotFound {
    private PageNotFound() {}

    /** Ends the request with status 404. */
    public static ResponseStatusException exception() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
