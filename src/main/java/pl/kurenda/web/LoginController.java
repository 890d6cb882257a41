package pl.kurenda.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page at which a person logs in; what is typed there goes to Spring Security. */
@Controller
class LoginController {

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
