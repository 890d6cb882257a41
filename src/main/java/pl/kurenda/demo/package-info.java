/**
 * The parts that a first start needs and production does not: the embedded database, the simulator as the SMSC, the
 * sample exports and the banner. Uses simulator, delivery and ledger. Only the root package uses it.
 */
package pl.kurenda.demo;
