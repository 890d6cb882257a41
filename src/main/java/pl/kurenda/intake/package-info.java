/**
 * The way of an export through Kurenda: open, load block by block, close, reply. Its parts do the work of each step;
 * only the routes in camel and the configuration call it.
 */
package pl.kurenda.intake;
