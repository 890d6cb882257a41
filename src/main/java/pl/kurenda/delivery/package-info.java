/** The settings of the delivery and its periodic work. The sub-packages send, receive and match. */
package pl.kurenda.delivery;
