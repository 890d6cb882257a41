/** Puts the daemon together. May use every package; nobody uses it. */
package pl.kurenda;
