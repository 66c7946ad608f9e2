package mesa.testkit;

import java.util.Optional;
import java.util.regex.Pattern;
import mesa.core.BadInputException;
import mesa.core.Encoder;
import mesa.core.FastPlayout;
import mesa.core.Game;
import mesa.core.Moves;
import mesa.core.Outcome;
import mesa.core.Position;
import mesa.core.Rng;

/** One pile of twelve; who takes the last of it, one to three at a time, wins. With faults to order. */
record Nim(Fault fault) implements Game {
  private static final int START = 12;
  private static final int MOST = 3;
  private static final Pattern TEXT = Pattern.compile("(0|[1-9]|1[0-2]) ([01])");

  /** What is wrong with it. */
  enum Fault {
    NONE,
    UNMAKE_FORGETS_HASH,
    HASH_FORGETS_SIDE,
    MOVE_LISTED_TWICE,
    LIST_CLEARED_FIRST,
    COPY_SHARES_HISTORY,
    TEXT_LOSES_A_STONE,
    PARSER_THROWS_NUMBER_FORMAT,
    MOVE_PARSER_TAKES_ANYTHING,
    NEVER_OVER,
    HISTORY_BACKWARDS,
    BITS_ADDED_TO_OLD_ONES,
    ONE_SLOT_FOR_ALL,
    MAKE_ALLOCATES,
    PLAYOUT_HAS_OTHER_ODDS,
    PLAYOUT_KEEPS_A_MOVE
  }

  @Override
  public String name() {
    return "nim";
  }

  @Override
  public Position start() {
    return new Pile(this, START, 0);
  }

  @Override
  public Position parse(String text) {
    if (fault == Fault.PARSER_THROWS_NUMBER_FORMAT) {
      return new Pile(this, Integer.parseInt(text.substring(0, text.length() - 2)), text.endsWith("1") ? 1 : 0);
    }
    if (!TEXT.matcher(text).matches()) {
      throw new BadInputException("\"" + text + "\" is no pile; 0 to 12, a space and the side 0 or 1 are wanted");
    }
    return new Pile(this, Integer.parseInt(text.substring(0, text.length() - 2)), text.endsWith("1") ? 1 : 0);
  }

  @Override
  public Optional<Encoder> encoder() {
    return Optional.of(new OneHot(fault));
  }

  private record OneHot(Fault fault) implements Encoder {
    @Override
    public String id() {
      return "nim-13.1";
    }

    @Override
    public int inputs() {
      return START + 1;
    }

    @Override
    public int actions() {
      return MOST;
    }

    @Override
    public void encode(Position position, int side, long[] bits) {
      if (fault != Fault.BITS_ADDED_TO_OLD_ONES) {
        bits[0] = 0;
      }
      bits[0] |= 1L << ((Pile) position).stones;
    }

    @Override
    public int action(Position position, int move) {
      return fault == Fault.ONE_SLOT_FOR_ALL ? 0 : move - 1;
    }
  }

  private static final class Pile implements Position, FastPlayout {
    private final Nim game;
    private final int[] taken;
    private int made;
    private int stones;
    private int side;
    private long hash;
    private Object litter = "";

    Pile(Nim game, int stones, int side) {
      this.game = game;
      this.stones = stones;
      this.side = side;
      taken = new int[START];
      rehash();
    }

    private Pile(Pile other) {
      game = other.game;
      stones = other.stones;
      side = other.side;
      hash = other.hash;
      made = other.made;
      taken = game.fault == Fault.COPY_SHARES_HISTORY ? other.taken : other.taken.clone();
    }

    private void rehash() {
      hash = Rng.mix(2 * stones + (game.fault == Fault.HASH_FORGETS_SIDE ? 0 : side) + 1);
    }

    @Override
    public int sideToMove() {
      return side;
    }

    @Override
    public void legalMoves(Moves into) {
      if (game.fault == Fault.LIST_CLEARED_FIRST) {
        into.clear();
      }
      for (int take = 1; take <= Math.min(MOST, stones); take++) {
        into.add(take);
      }
      if (game.fault == Fault.MOVE_LISTED_TWICE && stones > 0) {
        into.add(1);
      }
    }

    @Override
    public void make(int move) {
      taken[made++] = move;
      stones -= move;
      side ^= 1;
      rehash();
      if (game.fault == Fault.MAKE_ALLOCATES) {
        litter = new int[stones];
      }
    }

    @Override
    public void unmake() {
      stones += taken[--made];
      side ^= 1;
      if (game.fault != Fault.UNMAKE_FORGETS_HASH) {
        rehash();
      }
    }

    @Override
    public Outcome outcome() {
      return stones > 0 || game.fault == Fault.NEVER_OVER ? Outcome.ONGOING : Outcome.wonBy(side ^ 1);
    }

    @Override
    public Outcome playOut(Rng rng, int plies) {
      int plied = 0;
      while (plied < plies && stones > 0) {
        make(game.fault == Fault.PLAYOUT_HAS_OTHER_ODDS ? 1 : 1 + rng.below(Math.min(MOST, stones)));
        plied++;
      }
      Outcome outcome = stones > 0 ? Outcome.ONGOING : Outcome.wonBy(side ^ 1);
      for (int left = game.fault == Fault.PLAYOUT_KEEPS_A_MOVE ? 1 : 0; plied > left; plied--) {
        unmake();
      }
      return outcome;
    }

    @Override
    public long hash() {
      return hash;
    }

    @Override
    public Position copy() {
      return new Pile(this);
    }

    @Override
    public int movesMade() {
      return made;
    }

    @Override
    public int moveMade(int index) {
      return taken[game.fault == Fault.HISTORY_BACKWARDS ? made - 1 - index : index];
    }

    @Override
    public String text() {
      int shown = game.fault == Fault.TEXT_LOSES_A_STONE ? Math.max(0, stones - 1) : stones;
      return shown + " " + side;
    }

    @Override
    public String format(int move) {
      return Integer.toString(move);
    }

    @Override
    public int parseMove(String text) {
      if (game.fault == Fault.MOVE_PARSER_TAKES_ANYTHING) {
        return 1;
      }
      for (int take = 1; take <= Math.min(MOST, stones); take++) {
        if (format(take).equals(text)) {
          return take;
        }
      }
      throw new BadInputException("\"" + text + "\" can't be taken from a pile of " + stones);
    }

    @Override
    public String diagram() {
      return "*".repeat(stones) + "\n" + (litter == null ? "" : "side " + side);
    }
  }
}
