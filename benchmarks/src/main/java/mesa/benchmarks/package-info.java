/**
 * JMH benchmarks of what Mesa does much of: rules, playouts, nets, and what a player's strength costs. They name games,
 * players and evaluators by spec, as a user does. {@code ./mesa jmh} runs them; the README beside the sources says how
 * to read what comes out.
 */
package mesa.benchmarks;
