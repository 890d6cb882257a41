package pl.kurendabad.intake;

import org.apache.camel.Exchange;

/** For ArchitectureTest: knows Camel and is not in its package. */
class KnowsCamel {
    Exchange exchange;
}
