/** Benchmarks of the running product: real processes, real sockets, a real database. Not part of {@code mvn verify}. */
package pl.kurenda.bench;
