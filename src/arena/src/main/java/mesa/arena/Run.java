package mesa.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mesa.core.Budget;
import mesa.core.Spec;

/**
 * The first line of a journal: what is played and where. Everything up to {@code seed} fixes the games and goes into
 * {@code spec}; the rest is for the record.
 *
 * @param t always {@code run}
 * @param v version of the journal's format
 * @param game spec of the game
 * @param players in the order in which they were entered
 * @param format who meets whom
 * @param games of each pairing, in Swiss whenever it meets
 * @param legs games with the same opening: 2, one for each seating, or 1
 * @param reverse whether all sit the other way round than usual; null if not
 * @param stages how it was laid out before it was extended, the first first; null if it never was
 * @param openings what was asked for, and what it came to
 * @param clock of players that have none of their own: base+increment in seconds, or null for budgets a move
 * @param adjudication by what rules games end early, or null if by none
 * @param maxPlies after so many moves by the players a game is called a draw
 * @param enforce whether a move beyond its budget loses the game; null if it does not
 * @param flag {@code fide} if a flag costs half where the other side can't win, or null
 * @param stop rule that may end it early, or null
 * @param seed all randomness comes from
 * @param spec hash of all that fixes the games
 * @param id of this run
 * @param created when, in ISO 8601
 * @param ledger {@code move} or {@code game}
 * @param patienceNanos how long a player in this process may go on without a sign, or null for a minute
 * @param withdraw after how many games in a row lost by faults a player is withdrawn, 0 for never, or null for 20
 * @param resources what games played at the same time share, or null
 * @param needs what players need of it, by their names or specs; null if nobody needs anything
 * @param parity what two players' budgets were made equal in, or null
 * @param jobs threads at the start
 * @param mesa Mesa's version and commit, as far as they are known, or null
 * @param java version of Java
 * @param os name, version and architecture of the system
 * @param cpu model of the processor, or null if the system does not tell
 * @param processors threads that the machine offers
 * @param calibration what a unit of each player's work cost before the first game, in the players' order, null of one that
 *     did not answer; null if nobody was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Run(
    String t,
    int v,
    String game,
    List<Participant> players,
    String format,
    int games,
    int legs,
    Boolean reverse,
    List<Stage> stages,
    Book openings,
    String clock,
    Rules adjudication,
    int maxPlies,
    Boolean enforce,
    String flag,
    String stop,
    long seed,
    String spec,
    String id,
    String created,
    String ledger,
    Long patienceNanos,
    Integer withdraw,
    String resources,
    Map<String, String> needs,
    String parity,
    int jobs,
    String mesa,
    String java,
    String os,
    String cpu,
    int processors,
    List<Price> calibration) {
  /** The version that this code writes; it reads no other. */
  static final int VERSION = 2;

  /** Reads and writes lines. */
  static final ObjectMapper JSON = JsonMapper.builder()
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  /**
   * A player.
   *
   * @param spec canonical
   * @param label that tables show
   * @param budget what it may spend on a move, as options
   * @param hash of the spec
   * @param files SHA-256 of what makes it what it is, such as a net or a program, by the option that names or implies it
   */
  record Participant(String spec, String label, String budget, String hash, Map<String, String> files) {
    /** What a budget begins with that is a clock. */
    private static final String CLOCK = "clock=";

    private static final String AND = ",";

    /** {@return its clock, or null if each move has a budget} */
    TimeControl clock() {
      return budget.startsWith(CLOCK) ? TimeControl.parse(budget.substring(CLOCK.length()).split(AND)[0]) : null;
    }

    /**
     * Writes what a player may spend.
     *
     * @param budget for each move, beside the clock if there is one
     * @param clock its own, or null
     * @return the text for {@link #budget}: the clock first
     */
    static String budget(Budget budget, TimeControl clock) {
      if (clock == null) {
        return budget.toString();
      }
      return CLOCK + clock + (budget.equals(Budget.UNLIMITED) ? "" : AND + budget);
    }
  }

  /**
   * Nanoseconds of processor time.
   *
   * @param n for a node, or null if the player counts none
   * @param ev for an evaluation, likewise
   * @param tk for a tick, likewise
   */
  record Price(Double n, Double ev, Double tk) {}

  /**
   * The openings.
   *
   * @param source as the user named them; a file by its absolute path
   * @param sha256 of the openings themselves, in order
   * @param count how many
   * @param policy who plays which
   * @param plies how far games are followed where they are openings
   * @param shuffled whether the list was put in random order
   * @param start where in it the first game begins, from 1
   * @param repeat whether there may be fewer than rounds
   */
  record Book(String source, String sha256, int count, String policy, int plies, boolean shuffled, int start,
      boolean repeat) {}

  /**
   * The rules of adjudication, each as users write it.
   *
   * @param resign or null
   * @param draw or null
   * @param exact or null
   * @param shadow whether games are played on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rules(String resign, String draw, String exact, boolean shadow) {}

  /** {@return the run that an earlier one becomes when it is laid out like this: the same run, players and machine} */
  Run continuing(Run earlier) {
    List<Participant> all = new ArrayList<>(earlier.players);
    all.addAll(players.subList(all.size(), players.size()));
    return new Run(t, v, game, all, format, games, legs, reverse, stages, openings, clock, adjudication, maxPlies, enforce, flag,
        stop, seed, spec, earlier.id, earlier.created, ledger, patienceNanos, withdraw, resources, needs, parity, earlier.jobs, earlier.mesa,
        earlier.java, earlier.os, earlier.cpu, earlier.processors, earlier.calibration);
  }

  /** {@return the line, with checksum and newline} */
  byte[] line() {
    return line(this);
  }

  /** {@return the line of any kind that these fields make, with checksum and newline} */
  static byte[] line(Object fields) {
    try {
      LineBuffer buffer = new LineBuffer();
      JSON.writeValue(buffer, fields);
      return buffer.sealed();
    } catch (IOException e) {
      throw new AssertionError("memory can always be written", e);
    }
  }

  /** {@return the same for people to read} */
  String pretty() {
    try {
      return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n";
    } catch (IOException e) {
      throw new AssertionError("memory can always be written", e);
    }
  }

  /** {@return the run that a line tells of} */
  static Run read(byte[] line) throws IOException {
    return JSON.readValue(line, Run.class);
  }

  /** {@return what the players are} */
  List<Spec> specs() {
    return players.stream().map(player -> Spec.parse(player.spec())).toList();
  }

  /** {@return the names that tables show, in the players' order} */
  List<String> labels() {
    return players.stream().map(Participant::label).toList();
  }
}
