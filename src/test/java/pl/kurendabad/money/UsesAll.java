package pl.kurendabad.money;

/** For ArchitectureTest: uses every package, those it may use and those it may not. */
public class UsesAll {
    pl.kurendabad.UsesAll root;
    pl.kurendabad.recipient.UsesAll recipient;
    pl.kurendabad.message.UsesAll message;
    pl.kurendabad.intake.UsesAll intake;
    pl.kurendabad.ledger.UsesAll ledger;
    pl.kurendabad.delivery.UsesAll delivery;
    pl.kurendabad.report.UsesAll report;
    pl.kurendabad.web.UsesAll web;
    pl.kurendabad.ops.UsesAll ops;
    pl.kurendabad.camel.UsesAll camel;
    pl.kurendabad.simulator.UsesAll simulator;
    pl.kurendabad.demo.UsesAll demo;
}
