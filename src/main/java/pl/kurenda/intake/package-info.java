/**
 * Takes an export through Kurenda: open, load block by block, close, reply. The subpackages do the work of each step.
 * Only the routes in camel and the configuration call this package.
 */
package pl.kurenda.intake;
