/** The commands of kurenda.jar beside the daemon. */
package pl.kurenda.ops.command;
