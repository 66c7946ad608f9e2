/**
 * Draws what was measured: web pages that hold all they need, plots included, and fetch nothing.
 * {@link mesa.report.TradeoffReport} is strength beside compute, from the results of JMH.
 */
package mesa.report;
