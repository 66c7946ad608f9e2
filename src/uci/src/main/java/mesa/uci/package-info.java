/** Engines that speak the Universal Chess Interface, in processes of their own, as players. */
package mesa.uci;
