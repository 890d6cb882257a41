package pl.kurenda.web.api;

import org.springframework.http.HttpStatus;

/** How much of a list is asked for. */
final class Page {
    private static final int STANDARD = 100;

    private Page() {}

    /** @throws ApiProblem if it is not from 1 to the most */
    static int limit(Integer asked, int most) {
        if (asked == null) {
            return Math.min(STANDARD, most);
        }
        if (asked < 1 || asked > most) {
            throw ApiProblem.badRequest("limit", "1–" + most);
        }
        return asked;
    }

    /** The number in a cursor of ours. */
    static long cursor(String after) {
        return cursor(after, Long.MAX_VALUE);
    }

    /** @param head the last one that was given out: whoever went on behind a later one would miss what comes */
    static long cursor(String after, long head) {
        if (!after.matches("\\d{1,18}") || Long.parseLong(after) > head) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "bad-parameter", "after", "next");
        }
        return Long.parseLong(after);
    }
}
