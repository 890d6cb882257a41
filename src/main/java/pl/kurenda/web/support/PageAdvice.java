package pl.kurenda.web.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Data for every page: what its reader may do, and its section of the menu. */
@ControllerAdvice("pl.kurenda.web")
class PageAdvice {
    private final WebInvocationPrivilegeEvaluator rules;

    PageAdvice(WebInvocationPrivilegeEvaluator rules) {
        this.rules = rules;
    }

    @ModelAttribute("may")
    Rights may(HttpServletRequest request) {
        Authentication reader = SecurityContextHolder.getContext().getAuthentication();
        return new Rights(rules, request.getContextPath(), reader);
    }

    /** Address of the same page in the other language. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale language) {
        String other = language.getLanguage().equals("pl") ? "en" : "pl";
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(LanguageConfiguration.CHOICE, other)
                .build()
                .toUriString();
    }

    /** First part of the path; empty for Today. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] steps = path.split("/");
        return steps.length > 1 ? steps[1] : "";
    }
}
