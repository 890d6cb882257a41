/** The commands of {@code kurenda.jar} beside the daemon. */
package pl.kurenda.ops.command;
