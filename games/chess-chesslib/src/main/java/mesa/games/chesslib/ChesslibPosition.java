package mesa.games.chesslib;

import com.github.bhlangonijr.chesslib.Board;
import com.github.bhlangonijr.chesslib.Piece;
import com.github.bhlangonijr.chesslib.Side;
import com.github.bhlangonijr.chesslib.move.Move;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mesa.core.BadInputException;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/**
 * A position of orthodox chess over Chesslib's {@link Board}. White is side 0; moves are coded as in {@link MoveCode}.
 * Moves, their legality and effects, take-back, attacks and FEN are Chesslib's. Where its answers are not those of the
 * game {@code chess}, so that the two could not be compared, this class gives its own:
 *
 * <ul>
 *   <li>Insufficient material is kings alone, with one minor piece, or with bishops that all stand on squares of one
 *       colour. {@code Board.isInsufficientMaterial} also counts two knights against a king and most cases of a minor
 *       piece on each side, in which mate is possible.
 *   <li>The hash is made from scratch of all that bears on the future. {@code Board.getZobristKey} has too few numbers
 *       for castling: white's two rights cancel black's queenside one, and the key is that of no rights at all.
 *   <li>Repetitions are counted with these hashes, for {@code Board.isRepetition} uses its keys.
 *   <li>Nothing is legal once a draw has ended the game; Chesslib goes on.
 *   <li>A copy takes back what the original can; {@code Board.clone} leaves the moves made behind.
 * </ul>
 *
 * Chesslib allocates for each move it lists, makes and takes back, so this game can't be free of garbage.
 */
final class ChesslibPosition implements Position {
  private static final int FIFTY_MOVES = 100;
  private static final long DARK = 0xaa55aa55aa55aa55L;

  /** All but {@link Piece#NONE}. */
  private static final Piece[] PIECES = Arrays.copyOf(Piece.values(), 12);

  private final Board board;
  private final String began;
  private int made;
  private int[] moves = new int[64];

  /** By the number of moves made; the last one is the present position's. */
  private long[] hashes = new long[65];

  /** What Chesslib lists here, or null as long as nobody has asked. */
  private List<Move> legal;

  /** A position as {@link Fen#checked} gives it. */
  ChesslibPosition(String fen) {
    board = Fen.load(fen);
    began = fen;
    hashes[0] = computeHash();
  }

  @Override
  public int sideToMove() {
    return board.getSideToMove().ordinal();
  }

  @Override
  public long hash() {
    return hashes[made];
  }

  private long computeHash() {
    long hash = 0;
    for (Piece piece : PIECES) {
      hash = Rng.mix(hash ^ board.getBitboard(piece));
    }
    int state = board.getEnPassantTarget().ordinal() << 5
        | board.getCastleRight(Side.WHITE).ordinal() << 3
        | board.getCastleRight(Side.BLACK).ordinal() << 1
        | sideToMove();
    return Rng.mix(hash ^ state);
  }

  // Moves.

  private List<Move> legal() {
    if (legal == null) {
      legal = board.legalMoves();
    }
    return legal;
  }

  @Override
  public void legalMoves(Moves into) {
    if (!isDrawnByCount()) {
      for (Move move : legal()) {
        into.add(MoveCode.of(move));
      }
    }
  }

  @Override
  public void make(int move) {
    boolean isLegal = board.doMove(MoveCode.decode(move, board.getSideToMove()));
    assert isLegal : format(move) + " in " + text();
    if (made == moves.length) {
      moves = Arrays.copyOf(moves, 2 * made);
      hashes = Arrays.copyOf(hashes, 2 * made + 1);
    }
    moves[made++] = move;
    hashes[made] = computeHash();
    legal = null;
  }

  @Override
  public void unmake() {
    assert made > 0 : "no move to take back in " + text();
    board.undoMove();
    made--;
    legal = null;
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
  public Position copy() {
    ChesslibPosition copy = new ChesslibPosition(began);
    for (int i = 0; i < made; i++) {
      copy.make(moves[i]);
    }
    return copy;
  }

  @Override
  public int movesWithoutProgress() {
    return board.getHalfMoveCounter();
  }

  @Override
  public int movesToDraw() {
    return Math.max(0, FIFTY_MOVES - board.getHalfMoveCounter());
  }

  // Endings.

  @Override
  public Outcome outcome() {
    if (legal().isEmpty()) {
      return board.isKingAttacked() ? Outcome.wonBy(sideToMove() ^ 1) : Outcome.DRAWN;
    }
    return isDrawnByCount() ? Outcome.DRAWN : Outcome.ONGOING;
  }

  @Override
  public String ending() {
    if (legal().isEmpty()) {
      return board.isKingAttacked() ? "checkmate" : "stalemate";
    }
    if (isInsufficient()) {
      return "insufficient material";
    }
    if (board.getHalfMoveCounter() >= FIFTY_MOVES) {
      return "fifty-move rule";
    }
    return isThirdOccurrence() ? "threefold repetition" : "";
  }

  /** Whether a rule that counts moves, positions or pieces has ended the game, unless it is mate or stalemate. */
  private boolean isDrawnByCount() {
    return board.getHalfMoveCounter() >= FIFTY_MOVES || isInsufficient() || isThirdOccurrence();
  }

  private boolean isInsufficient() {
    long bishops = board.getBitboard(Piece.WHITE_BISHOP) | board.getBitboard(Piece.BLACK_BISHOP);
    long knights = board.getBitboard(Piece.WHITE_KNIGHT) | board.getBitboard(Piece.BLACK_KNIGHT);
    long kings = board.getBitboard(Piece.WHITE_KING) | board.getBitboard(Piece.BLACK_KING);
    if (board.getBitboard() != (kings | knights | bishops)) {
      return false;
    }
    return Long.bitCount(knights | bishops) <= 1
        || knights == 0 && ((bishops & DARK) == 0 || (bishops & ~DARK) == 0);
  }

  private boolean isThirdOccurrence() {
    int reversible = Math.min(made, board.getHalfMoveCounter());
    int earlier = 0;
    for (int back = 4; back <= reversible; back += 2) {
      if (hashes[made - back] == hashes[made] && ++earlier == 2) {
        return true;
      }
    }
    return false;
  }

  // Text.

  @Override
  public String text() {
    return Fen.write(board);
  }

  @Override
  public String format(int move) {
    return MoveCode.write(move);
  }

  @Override
  public int parseMove(String text) {
    String uci = text.strip().toLowerCase(Locale.ROOT);
    Moves here = Moves.of(this);
    for (int i = 0; i < here.size(); i++) {
      if (format(here.get(i)).equals(uci)) {
        return here.get(i);
      }
    }
    String quoted = "\"" + text + "\"";
    if (!uci.matches("([a-h][1-8]){2}[nbrq]?")) {
      throw new BadInputException(quoted + " is no move; write e2e4, or e7e8q to promote");
    }
    String from = uci.substring(0, 2);
    String others = Arrays.stream(here.toArray()).mapToObj(this::format).filter(move -> move.startsWith(from))
        .collect(Collectors.joining(" "));
    throw new BadInputException(quoted + " is not legal in " + text() + "; "
        + (here.isEmpty() ? "the game is over: " + ending()
            : "from " + from + ": " + (others.isEmpty() ? "no move" : others)));
  }

  @Override
  public String diagram() {
    StringBuilder drawing = new StringBuilder();
    String[] ranks = board.getFen().split(" ")[0].split("/");
    for (int i = 0; i < 8; i++) {
      drawing.append(8 - i);
      for (char letter : ranks[i].toCharArray()) {
        drawing.append(Character.isDigit(letter) ? " .".repeat(letter - '0') : " " + letter);
      }
      drawing.append('\n');
    }
    return drawing.append("  a b c d e f g h").toString();
  }

  @Override
  public String toString() {
    return text();
  }
}
