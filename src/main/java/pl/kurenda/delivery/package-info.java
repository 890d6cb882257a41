/** The settings of the delivery, and its periodic work. The parts send, receive and match. */
package pl.kurenda.delivery;
