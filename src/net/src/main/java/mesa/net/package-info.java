/**
 * Learned evaluators at play: sparse nets over an {@link mesa.core.Encoder}'s features, computed by the Vector API or
 * by plain loops to the same bits, and the safetensors files that hold them. Trains nothing and knows no game.
 *
 * <p>Start with {@link mesa.net.Net}, what a file holds, and {@link mesa.net.SparseNet}, which evaluates with it.
 */
package mesa.net;
