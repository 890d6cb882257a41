package pl.kurendabad.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** For ArchitectureTest: has fields filled behind its back. */
class InjectsField {
    @Autowired
    Object bean;

    @Value("x")
    String value;
}
