package pl.kurenda.web.support;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the login page. Spring Security processes what is typed there. */
@Controller
class LoginController {
    private final boolean oidc;

    /** @param issuer OpenID Connect issuer, for the second way to log in; empty if there is none */
    LoginController(@Value("${kurenda.oidc.issuer:}") String issuer) {
        this.oidc = !issuer.isBlank();
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("oidc", oidc);
        return "login";
    }
}
