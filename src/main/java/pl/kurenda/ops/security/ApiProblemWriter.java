package pl.kurenda.ops.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Refuses an API request before it reaches an endpoint, with problem details (RFC 9457). */
final class ApiProblemWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiProblemWriter() {}

    /** @param code code for programs, with its own texts in the bundle */
    static void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        Locale locale = "pl".equals(request.getLocale().getLanguage()) ? request.getLocale() : Locale.ROOT;
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages.api", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:kurenda:problem:" + code);
        problem.put("title", texts.getString("title." + code));
        problem.put("status", status.value());
        problem.put("instance", request.getRequestURI());
        problem.put("code", code);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
