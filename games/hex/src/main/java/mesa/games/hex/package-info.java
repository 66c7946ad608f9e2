/**
 * Hex on rhombuses of 2 to 13 cells a side. {@code HexPosition} has the rules, on the sets of {@code Cells} and the
 * chains of {@code Chains}; {@code Playout} plays a random game in one stroke; {@code Distances} counts the stones that a side
 * lacks, for {@code DistanceEvaluator} and the ordered list in {@code Rule}.
 */
package mesa.games.hex;
