package pl.kurenda.web.support;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at which a person logs in; what is typed there goes to Spring Security. */
@Controller
class LoginController {
    private final boolean oidc;

    /** @param issuer of the other way to log in; empty where there is none */
    LoginController(@Value("${kurenda.oidc.issuer:}") String issuer) {
        this.oidc = !issuer.isBlank();
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("oidc", oidc);
        return "login";
    }
}
