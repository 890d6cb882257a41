/** The commands of kurenda.jar, which run beside the daemon. */
package pl.kurenda.ops.command;
