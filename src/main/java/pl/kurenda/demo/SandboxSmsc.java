package pl.kurenda.demo;

import pl.kurenda.simulator.SmscSimulator;

/** The simulator beside real SMSCs. It has its own type so that it cannot be mistaken for the SMSC of a demo. */
record SandboxSmsc(SmscSimulator simulator) implements AutoCloseable {
    @Override
    public void close() {
        simulator.close();
    }
}
