/** Health: the database, the routes, the SMSC and the folders. */
package pl.kurenda.ops.health;
