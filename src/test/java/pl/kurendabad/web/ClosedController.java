package pl.kurendabad.web;

import org.springframework.stereotype.Controller;

/** For ArchitectureTest: must not be reported. */
@Controller
class ClosedController {}
