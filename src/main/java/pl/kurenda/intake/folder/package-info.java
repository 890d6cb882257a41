/**
 * Files in folders that other programs write to: when a file is complete, when it is tried again, and how a reply
 * appears as a whole. This package does not look at what a file contains.
 */
package pl.kurenda.intake.folder;
