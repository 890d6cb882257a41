package pl.kurendabad.web;

import org.springframework.web.bind.annotation.RestController;

/** For ArchitectureTest: a controller that others can see. */
@RestController
public class OpenController {}
