package mesa.games.chess;

import static mesa.games.chess.Squares.bit;
import static mesa.games.chess.Squares.first;
import static mesa.games.chess.Squares.rest;

import java.util.Arrays;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Tactical;

/**
 * A position of chess or Chess960. White is side 0. A move is coded as in {@link Move}, from its from-square, its
 * to-square and what it is.
 *
 * <p>The game is over by checkmate, stalemate, the fifty-move rule (100 halfmoves without capture or pawn move, unless
 * the last one mates), threefold repetition (the third occurrence, among the moves made since the start or the parsed
 * text) and insufficient material (kings alone, with one minor piece, or with bishops that all stand on squares of one
 * colour; other dead positions are played on). The draws happen by themselves; nobody has to claim them. A
 * {@link Variant} may ask for 75 moves and five occurrences in place of 50 and three.
 *
 * <p>The {@link #hash} covers pieces, side to move, castling rights by side of the board, and the en passant file where
 * such a capture is legal; it leaves out the counters and repetitions.
 */
final class ChessPosition extends Board implements Position, Tactical {
  final Variant variant;
  private final int drawingHalfmoves;
  private final int drawingOccurrences;

  /** Where the pieces that may castle stand. */
  Castling castles = Castling.ORTHODOX;

  /** The rights left, as {@link Castling} numbers them. */
  int castling;

  /** The square behind a pawn that can legally be captured en passant; 0 for none. */
  int enPassant;

  /** Halfmoves since the last capture or pawn move. */
  int halfmoves;

  /** Plies of the game before the first one made here. */
  private int pliesBefore;

  /** The square that a pawn had passed over with the move before the first one made here; 0 for none. */
  private int passedBefore;

  /** How many of the last moves made here could lead back to an earlier position. */
  private int reversible;

  private long hash;

  // What a move cannot give back, by the number of moves made before it.
  private int made;
  private int[] moves;
  private long[] hashes;
  private long[] states;

  /** An empty board, for {@link Fen} to fill. */
  ChessPosition(Variant variant) {
    this.variant = variant;
    drawingHalfmoves = variant.draws().halfmoves;
    drawingOccurrences = variant.draws().occurrences;
    moves = new int[64];
    hashes = new long[64];
    states = new long[64];
  }

  private ChessPosition(ChessPosition other) {
    super(other);
    variant = other.variant;
    drawingHalfmoves = other.drawingHalfmoves;
    drawingOccurrences = other.drawingOccurrences;
    castles = other.castles;
    castling = other.castling;
    enPassant = other.enPassant;
    halfmoves = other.halfmoves;
    pliesBefore = other.pliesBefore;
    passedBefore = other.passedBefore;
    reversible = other.reversible;
    hash = other.hash;
    made = other.made;
    moves = other.moves.clone();
    hashes = other.hashes.clone();
    states = other.states.clone();
  }

  // Setting up.

  /**
   * Sets all but the pieces.
   *
   * @param castling the rights that there are
   * @param castles where the pieces stand that have them
   * @param passed the square that a pawn has just passed over, or 0; kept if it can legally be captured there
   * @param halfmoves since the last capture or pawn move
   * @param pliesBefore plies of the game so far, whose parity is the side to move
   */
  void setUp(int castling, Castling castles, int passed, int halfmoves, int pliesBefore) {
    this.side = pliesBefore & 1;
    this.castling = castling;
    this.castles = castles;
    this.halfmoves = halfmoves;
    this.pliesBefore = pliesBefore;
    this.passedBefore = passed;
    this.enPassant = passed != 0 && MoveGenerator.canCaptureEnPassant(this, passed) ? passed : 0;
    hash = Zobrist.CASTLING[castling] ^ Zobrist.EN_PASSANT[enPassant] ^ (side == 0 ? Zobrist.WHITE_TO_MOVE : 0);
    for (long set = occupied(); set != 0; set = rest(set)) {
      hash ^= Zobrist.PIECES[board[first(set)] << 6 | first(set)];
    }
  }

  // Looking.

  @Override
  public int moveNumber() {
    return (pliesBefore + made >> 1) + 1;
  }

  /** The square that a pawn has passed over with the last move, whether or not it can be captured; 0 for none. */
  int passed() {
    if (made == 0) {
      return passedBefore;
    }
    int from = Move.from(moves[made - 1]);
    int to = Move.to(moves[made - 1]);
    boolean isDoubleStep = (from ^ to) == 16 && Piece.type(board[to]) == Piece.PAWN && Move.kind(moves[made - 1]) == 0;
    return isDoubleStep ? from + to >> 1 : 0;
  }

  @Override
  public boolean inCheck() {
    return checkers() != 0;
  }

  @Override
  public int sideToMove() {
    return side;
  }

  @Override
  public long hash() {
    return hash;
  }

  // Moves.

  @Override
  public void legalMoves(Moves into) {
    if (!isDrawnByCount()) {
      MoveGenerator.generate(this, into);
    }
  }

  @Override
  public boolean isLegal(int move) {
    return MoveGenerator.isLegal(this, move) && !isDrawnByCount();
  }

  @Override
  public void noisyMoves(Moves into) {
    if (!isDrawnByCount()) {
      MoveGenerator.generate(this, true, false, into);
    }
  }

  @Override
  public void quietMoves(Moves into) {
    if (!isDrawnByCount()) {
      MoveGenerator.generate(this, false, true, into);
    }
  }

  @Override
  public void quietChecks(Moves into) {
    if (!isDrawnByCount()) {
      QuietChecks.generate(this, into);
    }
  }

  /** What a capture or a promotion to a queen wins; other promotions count as quiet. */
  @Override
  public int gain(int move) {
    return Move.isPromotion(move) && Move.promoted(move) != Piece.QUEEN ? 0 : Exchange.won(this, move);
  }

  @Override
  public int exchange(int move) {
    return Exchange.gain(this, move);
  }

  @Override
  public boolean gainsByExchange(int move, int least) {
    return Exchange.gains(this, move, least);
  }

  @Override
  public boolean givesCheck(int move) {
    return check.isGivenBy(move, this);
  }

  /** A piece on the square that it moves to. */
  @Override
  public int kind(int move) {
    return board[Move.from(move)] << 6 | Move.to(move);
  }

  @Override
  public void make(int move) {
    int us = side;
    int from = Move.from(move);
    int to = Move.to(move);
    assert (sides[us] & bit(from)) != 0 : format(move) + " in " + text();
    int piece = board[from];
    int captured = board[to];
    int kind = Move.kind(move);
    if (kind == Move.CASTLING) {
      captured = Piece.NONE;
    }
    remember(move, captured);
    long key = hash ^ Zobrist.WHITE_TO_MOVE ^ Zobrist.CASTLING[castling] ^ Zobrist.EN_PASSANT[enPassant];
    castling &= castles.kept(from) & castles.kept(to);
    key ^= Zobrist.CASTLING[castling];
    enPassant = 0;
    halfmoves++;
    reversible++;

    if (captured != Piece.NONE) {
      types[captured >> 1] ^= bit(to);
      sides[us ^ 1] ^= bit(to);
      balance -= PieceSquares.worth(captured, to);
      key ^= Zobrist.PIECES[captured << 6 | to];
      halfmoves = 0;
      reversible = 0;
    }
    if (kind == 0) {
      long both = bit(from) | bit(to);
      types[piece >> 1] ^= both;
      sides[us] ^= both;
      board[from] = Piece.NONE;
      board[to] = (byte) piece;
      balance += PieceSquares.worth(piece, to) - PieceSquares.worth(piece, from);
      key ^= Zobrist.PIECES[piece << 6 | from] ^ Zobrist.PIECES[piece << 6 | to];
    } else {
      key ^= SpecialMove.make(this, kind, move, us);
    }
    side = us ^ 1;
    forgetThreats();
    if (piece >> 1 == Piece.PAWN) {
      halfmoves = 0;
      reversible = 0;
      if ((from ^ to) == 16 && kind == 0) {
        int passed = from + to >> 1;
        if (MoveGenerator.canCaptureEnPassant(this, passed)) {
          enPassant = passed;
          key ^= Zobrist.EN_PASSANT[passed];
        }
      }
    }
    hash = key;
  }

  @Override
  public boolean isHemmedIn() {
    return MoveGenerator.isKingHemmedIn(this);
  }

  /** A single minor piece does not keep zugzwang away. */
  @Override
  public boolean makeNull() {
    long minors = sides[side] & (types[Piece.KNIGHT] | types[Piece.BISHOP]);
    long majors = sides[side] & (types[Piece.ROOK] | types[Piece.QUEEN]);
    if (majors == 0 && !Squares.several(minors) || inCheck()) {
      return false;
    }
    remember(Move.PASS, Piece.NONE);
    hash ^= Zobrist.WHITE_TO_MOVE ^ Zobrist.EN_PASSANT[enPassant];
    enPassant = 0;
    reversible = 0;
    side ^= 1;
    forgetThreats();
    return true;
  }

  /**
   * Keeps what a move cannot give back:
   * <pre>
   * bits 0..3    castling          bits 16..31  halfmoves
   * bits 4..9    en passant        bits 32..63  reversible
   * bits 10..13  captured
   * </pre>
   */
  private void remember(int move, int captured) {
    if (made == moves.length) {
      moves = Arrays.copyOf(moves, 2 * made);
      hashes = Arrays.copyOf(hashes, 2 * made);
      states = Arrays.copyOf(states, 2 * made);
    }
    moves[made] = move;
    hashes[made] = hash;
    states[made] = castling | enPassant << 4 | captured << 10 | halfmoves << 16 | (long) reversible << 32;
    made++;
  }

  @Override
  public void unmake() {
    assert made > 0 : "no move to take back in " + text();
    made--;
    int move = moves[made];
    long state = states[made];
    hash = hashes[made];
    castling = (int) state & 15;
    enPassant = (int) state >> 4 & 63;
    halfmoves = (int) state >>> 16;
    reversible = (int) (state >> 32);
    forgetThreats();
    int us = side ^ 1;
    side = us;
    if (move == Move.PASS) {
      return;
    }
    int from = Move.from(move);
    int to = Move.to(move);
    int kind = Move.kind(move);
    if (kind == 0) {
      int piece = board[to];
      long both = bit(from) | bit(to);
      types[piece >> 1] ^= both;
      sides[us] ^= both;
      board[from] = (byte) piece;
      board[to] = Piece.NONE;
      balance += PieceSquares.worth(piece, from) - PieceSquares.worth(piece, to);
    } else {
      SpecialMove.unmake(this, kind, move, us);
    }
    int captured = (int) state >> 10 & 15;
    if (captured != Piece.NONE) {
      types[captured >> 1] ^= bit(to);
      sides[us ^ 1] ^= bit(to);
      board[to] = (byte) captured;
      balance += PieceSquares.worth(captured, to);
    }
  }

  @Override
  public int movesMade() {
    return made;
  }

  @Override
  public int moveMade(int index) {
    assert index < made : index + " of " + made;
    return moves[index];
  }

  @Override
  public int movesWithoutProgress() {
    return halfmoves;
  }

  @Override
  public int movesToDraw() {
    return Math.max(0, drawingHalfmoves - halfmoves);
  }

  @Override
  public boolean mayWin(int winner) {
    return canMate(winner);
  }

  // Endings.

  /** Whether a rule that counts moves, positions or pieces has ended the game, unless it is mate or stalemate. */
  private boolean isDrawnByCount() {
    return halfmoves >= drawingHalfmoves || isInsufficient() || isRepeated();
  }

  private boolean isRepeated() {
    int earlier = drawingOccurrences - 1;
    return reversible >= 4 * earlier && earlierOccurrences() >= earlier; // A return takes four plies at least.
  }

  /** How often the position has occurred before, among the moves made here. */
  int earlierOccurrences() {
    int found = 0;
    for (int back = 4; back <= reversible; back += 2) {
      if (hashes[made - back] == hash) {
        found++;
      }
    }
    return found;
  }

  @Override
  public Outcome outcome() {
    if (!MoveGenerator.hasLegalMove(this)) {
      return inCheck() ? Outcome.wonBy(side ^ 1) : Outcome.DRAWN;
    }
    return isDrawnByCount() ? Outcome.DRAWN : Outcome.ONGOING;
  }

  @Override
  public String ending() {
    if (!MoveGenerator.hasLegalMove(this)) {
      return inCheck() ? "checkmate" : "stalemate";
    }
    if (isInsufficient()) {
      return "insufficient material";
    }
    if (halfmoves >= drawingHalfmoves) {
      return variant.draws().noProgress;
    }
    return isRepeated() ? variant.draws().repetition : "";
  }

  // Text.

  @Override
  public String text() {
    return Fen.write(this);
  }

  @Override
  public String format(int move) {
    return Uci.write(move, variant.chess960());
  }

  @Override
  public int parseMove(String text) {
    return MoveText.parse(this, text);
  }

  @Override
  public ChessPosition copy() {
    return new ChessPosition(this);
  }

  @Override
  public String toString() {
    return text();
  }
}
