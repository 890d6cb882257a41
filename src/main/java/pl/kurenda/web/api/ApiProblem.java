package pl.kurenda.web.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/** Ends a request with a problem. */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Object[] details;
    private final transient Map<String, Object> more = new TreeMap<>();
    private Duration retryAfter;

    /**
     * @param code code for programs; its texts are {@code title.<code>} and {@code detail.<code>}
     * @param details values for the text
     */
    ApiProblem(HttpStatus status, String code, Object... details) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details.clone();
    }

    ApiProblem with(List<ApiError> errors) {
        return with("errors", errors);
    }

    ApiProblem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    ApiProblem retryAfter(Duration pause) {
        retryAfter = pause;
        return this;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Object[] details() {
        return details.clone();
    }

    /** Further members of the problem. */
    Map<String, Object> more() {
        return more;
    }

    /** When to try again, or null. */
    Duration retryAfter() {
        return retryAfter;
    }

    static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found");
    }

    static ApiProblem badRequest(String parameter, String allowed) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "bad-parameter", parameter, allowed);
    }
}
