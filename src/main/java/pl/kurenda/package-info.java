/** Puts the daemon together. May use every package; no package uses it. */
package pl.kurenda;
