package pl.kurenda.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of ours knows: what its reader may do, and which part of the menu it belongs to. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
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

    /** The first step of the path; empty for Today. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] steps = path.split("/");
        return steps.length > 1 ? steps[1] : "";
    }
}
