package pl.kurenda.demo;

import pl.kurenda.simulator.SmscSimulator;

/** The simulator beside real SMSCs; a type of its own, so that nobody takes it for the SMSC of a demo. */
record SandboxSmsc(SmscSimulator simulator) implements AutoCloseable {
    @Override
    public void close() {
        simulator.close();
    }
}
