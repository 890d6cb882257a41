package pl.kurendabad.camel;

import org.apache.camel.Exchange;

/** For ArchitectureTest: must not be reported. */
class MayKnowCamel {
    Exchange exchange;
}
