/**
 * Draws what was measured: web pages that hold all they need, plots included, and fetch nothing.
 * {@link mesa.report.TradeoffReport} is strength beside compute, from the results of JMH; {@link mesa.report.RunReport} a
 * tournament, from its journal.
 */
package mesa.report;
