package pl.kurenda.web.api;

import org.springframework.http.HttpStatus;

/** Paging parameters of a list request. */
final class Page {
    private static final int STANDARD = 100;

    private Page() {}

    /** @throws ApiProblem if the limit is not between 1 and the maximum */
    static int limit(Integer asked, int most) {
        if (asked == null) {
            return Math.min(STANDARD, most);
        }
        if (asked < 1 || asked > most) {
            throw ApiProblem.badRequest("limit", "1–" + most);
        }
        return asked;
    }

    /** Reads the number in a cursor issued by this API. */
    static long cursor(String after) {
        return cursor(after, Long.MAX_VALUE);
    }

    /** @param head the last number issued; a client that continued after a later one would miss outcomes */
    static long cursor(String after, long head) {
        if (!after.matches("\\d{1,18}") || Long.parseLong(after) > head) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad-parameter", "after", "next");
        }
        return Long.parseLong(after);
    }
}
