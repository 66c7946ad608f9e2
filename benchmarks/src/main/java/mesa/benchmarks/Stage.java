package mesa.benchmarks;

/** Positions of chess, by how many moves there are to list. */
public enum Stage {
  /** The start of the game: 20 moves. */
  START("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1"),
  /** A crowded board, known as Kiwipete: 48 moves. */
  MIDDLEGAME("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1"),
  /** Few pieces, some of them pinned: 14 moves. */
  ENDGAME("8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1");

  /** As a FEN. */
  final String fen;

  Stage(String fen) {
    this.fen = fen;
  }
}
