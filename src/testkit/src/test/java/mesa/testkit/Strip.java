package mesa.testkit;

import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;
import mesa.core.Solvable;

/** Seven cells in a row; who has three side by side wins. It tells solvers all there is to tell, with faults to order. */
record Strip(Fault fault) implements Game {
  private static final int CELLS = 7;
  private static final int FULL = (1 << CELLS) - 1;
  private static final Pattern TEXT = Pattern.compile("[.xo]{7} [xo]");

  /** What is wrong with what it tells. */
  enum Fault {
    NONE,
    A_PLY_TOO_FEW,
    OVERLOOKS_A_WIN,
    CALLS_EVERY_MOVE_SOUND,
    EXPECTS_TOO_LITTLE,
    ONE_KEY_FOR_BOTH_SIDES,
    ONE_KEY_FOR_ALL_STONES
  }

  @Override
  public String name() {
    return "strip";
  }

  @Override
  public Position start() {
    return new Row(fault);
  }

  @Override
  public Position parse(String text) {
    if (!TEXT.matcher(text).matches()) {
      throw new BadInputException("\"" + text + "\" is no strip; seven of . x o, a space and x or o are wanted");
    }
    Row row = new Row(fault);
    for (int cell = 0; cell < CELLS; cell++) {
      int side = ".xo".indexOf(text.charAt(cell)) - 1;
      row.stones[Math.max(side, 0)] |= side < 0 ? 0 : 1 << cell;
    }
    row.side = text.endsWith("x") ? 0 : 1;
    boolean inTurn = Integer.bitCount(row.stones[0]) - Integer.bitCount(row.stones[1]) == row.side;
    if (!inTurn || Row.isWon(row.stones[row.side])) {
      throw new BadInputException("\"" + text + "\" can't come about");
    }
    return row;
  }

  private static final class Row implements Position, Solvable {
    private final Fault fault;
    private final int[] stones = new int[2];
    private final int[] made = new int[CELLS];
    private int movesMade;
    private int side;

    Row(Fault fault) {
      this.fault = fault;
    }

    static boolean isWon(int cells) {
      return (cells & cells << 1 & cells << 2) != 0;
    }

    private int empty() {
      return FULL & ~(stones[0] | stones[1]);
    }

    @Override
    public int sideToMove() {
      return side;
    }

    @Override
    public void legalMoves(Moves into) {
      for (int cell = 0; cell < CELLS && !outcome().isOver(); cell++) {
        if ((empty() >> cell & 1) != 0) {
          into.add(cell);
        }
      }
    }

    @Override
    public void make(int move) {
      stones[side] |= 1 << move;
      made[movesMade++] = move;
      side ^= 1;
    }

    @Override
    public void unmake() {
      side ^= 1;
      stones[side] &= ~(1 << made[--movesMade]);
    }

    @Override
    public Outcome outcome() {
      return isWon(stones[side ^ 1]) ? Outcome.wonBy(side ^ 1) : empty() == 0 ? Outcome.DRAWN : Outcome.ONGOING;
    }

    @Override
    public int pliesLeft() {
      return Integer.bitCount(empty()) - (fault == Fault.A_PLY_TOO_FEW && stones[1] == 1 ? 1 : 0);
    }

    @Override
    public long solverKey() {
      return switch (fault) {
        case ONE_KEY_FOR_BOTH_SIDES -> stones[0] | stones[1];
        case ONE_KEY_FOR_ALL_STONES -> empty() == 0 ? 0 : 1;
        default -> stones[0] | (long) stones[1] << CELLS;
      };
    }

    @Override
    public boolean canWin() {
      return fault != Fault.OVERLOOKS_A_WIN && wins(side);
    }

    private boolean wins(int of) {
      for (int cell = 0; cell < CELLS; cell++) {
        if ((empty() >> cell & 1) != 0 && isWon(stones[of] | 1 << cell)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int atBest() {
      return fault == Fault.EXPECTS_TOO_LITTLE ? -1 : 1;
    }

    @Override
    public void soundMoves(Moves into) {
      for (int cell = 0; cell < CELLS; cell++) {
        if ((empty() >> cell & 1) != 0) {
          make(cell);
          if (fault == Fault.CALLS_EVERY_MOVE_SOUND || !wins(side)) {
            into.add(cell);
          }
          unmake();
        }
      }
    }

    @Override
    public long hash() {
      return Rng.mix(1 + (stones[0] | (long) stones[1] << CELLS));
    }

    @Override
    public Position copy() {
      Row copy = new Row(fault);
      System.arraycopy(stones, 0, copy.stones, 0, 2);
      System.arraycopy(made, 0, copy.made, 0, CELLS);
      copy.movesMade = movesMade;
      copy.side = side;
      return copy;
    }

    @Override
    public int movesMade() {
      return movesMade;
    }

    @Override
    public int moveMade(int index) {
      return made[index];
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder();
      for (int cell = 0; cell < CELLS; cell++) {
        text.append((stones[0] >> cell & 1) != 0 ? 'x' : (stones[1] >> cell & 1) != 0 ? 'o' : '.');
      }
      return text.append(side == 0 ? " x" : " o").toString();
    }

    @Override
    public String format(int move) {
      return Integer.toString(move + 1);
    }

    @Override
    public int parseMove(String text) {
      Moves moves = Moves.of(this);
      for (int i = 0; i < moves.size(); i++) {
        if (format(moves.get(i)).equals(text)) {
          return moves.get(i);
        }
      }
      throw new BadInputException("\"" + text + "\" is no empty cell of " + text());
    }

    @Override
    public String diagram() {
      return text().substring(0, CELLS) + "\n1234567";
    }
  }
}
