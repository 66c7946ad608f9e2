/**
 * The tests that any game, player or evaluator has to pass, Mesa's own and a third party's alike. A game gets its
 * contract in three lines:
 * <pre>{@code
 * final class HexContractTest extends GameContract {
 *   HexContractTest() {
 *     super(new Hex(7));
 *   }
 * }
 * }</pre>
 *
 * <p>{@link mesa.testkit.GameContract}, {@link mesa.testkit.PlayerContract} and {@link mesa.testkit.EvaluatorContract}
 * are extended; {@link mesa.testkit.PerftCase}, {@link mesa.testkit.Playthrough} and {@link mesa.testkit.Allocation}
 * are called. Everything random is seeded, and every failure names the position and how it was reached.
 */
package mesa.testkit;
