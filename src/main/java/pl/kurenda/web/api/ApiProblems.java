package pl.kurenda.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Reports every error below /api as problem details (RFC 9457). It does not handle errors of pages. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!path.startsWith("/api/")) {
            return null;
        }
        try {
            write(request, response, problem(e, response));
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more");
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(Exception e, HttpServletResponse response) {
        if (e instanceof ApiProblem problem) {
            return problem;
        }
        if (e instanceof MaxUploadSizeExceededException) {
            return new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "");
        }
        if (e instanceof MultipartException) {
            return new ApiProblem(HttpStatus.BAD_REQUEST, "bad-parameter", "multipart/form-data", "file=@export.csv");
        }
        if (e instanceof HttpMessageNotReadableException unreadable) {
            // an exception thrown while a body is read arrives wrapped
            return unreadable.getMostSpecificCause() instanceof ApiProblem problem
                    ? problem
                    : new ApiProblem(HttpStatus.BAD_REQUEST, "bad-request");
        }
        if (e instanceof MethodArgumentTypeMismatchException wrong) {
            Class<?> type = wrong.getRequiredType();
            return ApiProblem.badRequest(wrong.getName(), type == null ? "?" : type.getSimpleName());
        }
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return new ApiProblem(status, code(status));
        }
        if (e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof CannotCreateTransactionException) {
            LOG.warn("a request has to be sent again: {}", e.getClass().getSimpleName());
            return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable").retryAfter(RETRY);
        }
        if (e instanceof IOException || e.getCause() instanceof IOException) {
            LOG.warn("a request could not be read or answered: {}", e.toString());
            return new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        }
        LOG.error("a request failed", e);
        return new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            case NOT_ACCEPTABLE -> "not-acceptable";
            default -> status.is4xxClientError() ? "bad-request" : "internal";
        };
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem)
            throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:kurenda:problem:" + problem.code());
        body.put("title", ApiTexts.get("title." + problem.code()));
        body.put("status", problem.status().value());
        body.put("detail", ApiTexts.get("detail." + problem.code(), problem.details()));
        body.put("instance", request.getRequestURI());
        body.put("code", problem.code());
        body.putAll(problem.more());
        response.setStatus(problem.status().value());
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter().toSeconds()));
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
