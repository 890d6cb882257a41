/** The built-in SMSC for the demo and the tests. Uses nothing of Kurenda. Only demo uses it. */
package pl.kurenda.simulator;
