/** How fast an account may send: its rate over all nodes, and slower while the SMSC throttles. */
package pl.kurenda.delivery.rate;
