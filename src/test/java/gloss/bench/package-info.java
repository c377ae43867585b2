/** Benchmarks with JMH, for people to run; each says how. No test runs them. */
package gloss.bench;
