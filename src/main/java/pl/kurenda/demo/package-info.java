/** What a first start needs and production does not: the embedded database, the simulator as the SMSC, the sample exports and the banner. Uses everything; nobody uses it. */
package pl.kurenda.demo;
