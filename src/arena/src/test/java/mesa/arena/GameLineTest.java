package mesa.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import mesa.core.Claim;
import mesa.core.Outcome;
import org.junit.jupiter.api.Test;

class GameLineTest {
  private static final BudgetUse USE = new BudgetUse(new BudgetUse.Excess(1, 20, 20), BudgetUse.Excess.NONE,
      BudgetUse.Excess.NONE, new BudgetUse.Excess(3, 5, 9), new BudgetUse.Excess(2, 4, 6), 0, 2, 51);

  private static PlayedGame game(MoveLog log) {
    return new PlayedGame(7, "3c48f3925d0e04ce/3/1", 2, -1, 1, 1, 0, Outcome.SECOND_WON, End.ILLEGAL, 0,
        "\"Qx\"\n is not legal", "9/1", "take1 take2", 1, 0x0123456789abcdefL, 1000, 2000, USE, BudgetUse.NONE,
        new Cost(1, 2, 3, 4, 5, 6, 7, 15), new Cost(8, 9, 10, 11, 12, 13, 14, 15),
        List.of(new Shadow("resign", 1, Outcome.SECOND_WON), new Shadow("draw", 2, Outcome.DRAWN)),
        List.of(new Warned(0, "pv", 3, 1, "\"Qx\" is not legal")), log);
  }

  private static MoveLog twoMoves() {
    MoveLog log = new MoveLog();
    log.opening();
    log.add(1, 800, 700, 600, 500, -31);
    log.cpu(400);
    return log;
  }

  // The format is a promise to those who read journals without Mesa.
  @Test
  void write_aGame_isThisText() {
    String line = new String(GameLine.write(game(twoMoves()), Told.MOVE), StandardCharsets.UTF_8);

    assertThat(line).startsWith("{\"t\":\"game\",\"i\":7,\"id\":\"3c48f3925d0e04ce/3/1\",\"o\":2,"
        + "\"seed\":[\"ffffffffffffffff\",\"0000000000000001\"],\"seat\":[1,0],\"res\":[0,1],\"end\":\"illegal\",\"by\":0,"
        + "\"why\":\"\\\"Qx\\\"\\n is not legal\",\"pos\":\"9/1\",\"moves\":\"take1 take2\",\"book\":1,"
        + "\"hash\":\"0123456789abcdef\",\"start\":1000,\"ns\":2000,\"flags\":{\"over\":{\"n\":[[1,20,20],[0,0,0]],\"wall\":[[3,5,9],[0,0,0]],\"d\":[[2,4,6],[0,0,0]]},"
        + "\"idle\":[2,0],\"away\":[51,0]},\"shadow\":[[\"resign\",1,-1],[\"draw\",2,0]],"
        + "\"warn\":[[0,\"pv\",3,1,\"\\\"Qx\\\" is not legal\"]],"
        + "\"n\":[0,800],\"ev\":[0,700],\"tk\":[0,600],\"cpu\":[null,400],\"wall\":[0,500],\"sc\":[null,-31],"
        + "\"sum\":{\"moves\":[1,8],\"n\":[2,9],\"ev\":[3,10],\"tk\":[4,11],\"cpu\":[6,13],\"wall\":[5,12],\"bytes\":[7,14],\"peak\":[15,15]},\"crc\":\"");
    assertThat(line).endsWith("\"}\n");
  }

  @Test
  void write_expectations_areInColumnsThatOthersLack() throws IOException {
    MoveLog log = new MoveLog();
    log.opening();
    log.add(1, 8, 0, 0, 5, 10_000);
    log.claim(Claim.NONE.expecting(3, "take1 take2 take3"));
    log.add(0, 8, 0, 0, 5, -10_000);
    log.claim(Claim.NONE.expecting(-2, ""));
    byte[] line = GameLine.write(game(log), Told.LINES);

    assertThat(new String(line, StandardCharsets.UTF_8))
        .contains("\"sc\":[null,10000,-10000],\"dist\":[null,3,-2],\"pv\":[null,\"take1 take2 take3\",null],\"sum\"");
    assertThat(GameLine.write(GameLine.read(line), Told.LINES)).isEqualTo(line);
    assertThat(new String(GameLine.write(game(log), Told.MOVE), StandardCharsets.UTF_8)).contains("\"dist\"")
        .doesNotContain("\"pv\":[");
  }

  @Test
  void read_whatWasWritten_isTheSameGame() throws IOException {
    PlayedGame game = game(twoMoves());
    PlayedGame read = GameLine.read(GameLine.write(game, Told.MOVE));

    assertThat(read).usingRecursiveComparison().ignoringFields("log").isEqualTo(game);
    assertThat(GameLine.write(read, Told.MOVE)).isEqualTo(GameLine.write(game, Told.MOVE));
  }

  // Where Black begins, or a game lets somebody move twice, who moved can't be told from a move's number.
  @Test
  void write_seatsThatDoNotTakeTurns_namesThem() throws IOException {
    MoveLog log = new MoveLog();
    log.opening();
    for (int seat : new int[] {0, 1, 1, 0}) {
      log.add(seat, 1, 0, 0, 0, 0);
    }
    byte[] line = GameLine.write(game(log), Told.MOVE);

    assertThat(new String(line, StandardCharsets.UTF_8)).contains("\"who\":\"0110\",\"n\":[0,1,1,1,1]");
    assertThat(GameLine.read(line).log().movers()).isEqualTo("0110");
    assertThat(GameLine.read(GameLine.write(game(twoMoves()), Told.MOVE)).log().movers()).isEqualTo("1");
  }

  @Test
  void read_pondering_isBesideTheCostOfTheMoves() throws IOException {
    MoveLog log = twoMoves();
    log.ponder(33);
    log.add(0, 1, 0, 0, 0, 0);
    byte[] line = GameLine.write(game(log), Told.MOVE);

    assertThat(new String(line, StandardCharsets.UTF_8)).contains("\"cpu\":[null,400,null],\"ponder\":[0,33,0],\"wall\"");
    assertThat(GameLine.write(GameLine.read(line), Told.MOVE)).isEqualTo(line);
  }

  @Test
  void read_ponderingInTotal_isAdded() throws IOException {
    Cost pondered = new Cost(1, 2, 3, 4, 5, 6, 7, 15, 44);
    PlayedGame game = new PlayedGame(7, "a/0/0", 2, -1, 1, 1, 0, Outcome.DRAWN, End.NORMAL, -1, "why", null, "take1", 0, 1,
        1000, 2000, USE, BudgetUse.NONE, pondered, new Cost(8, 9, 10, 11, 12, 13, 14, 15), List.of(), List.of(), null);
    byte[] line = GameLine.write(game, Told.GAME);

    assertThat(new String(line, StandardCharsets.UTF_8)).contains("\"peak\":[15,15],\"ponder\":[44,0]}");
    assertThat(GameLine.read(line).firstCost()).isEqualTo(pondered);
  }

  @Test
  void read_totalsAlone_hasNoLog() throws IOException {
    PlayedGame read = GameLine.read(GameLine.write(game(twoMoves()), Told.GAME));

    assertThat(read.log()).isNull();
    assertThat(read.secondCost()).isEqualTo(new Cost(8, 9, 10, 11, 12, 13, 14, 15));
  }

  @Test
  void read_fieldsFromTheFuture_areSkipped() throws IOException {
    String line = new String(GameLine.write(game(twoMoves()), Told.MOVE), StandardCharsets.UTF_8)
        .replace("\"o\":2", "\"new\":{\"a\":[1,{\"b\":2}]},\"o\":2")
        .replace("\"idle\":[2,0]", "\"other\":[{}],\"idle\":[2,0]");

    assertThat(GameLine.read(line.getBytes(StandardCharsets.UTF_8)).opening()).isEqualTo(2);
  }

  @Test
  void read_withoutMoves_isRefused() {
    byte[] line = "{\"t\":\"game\",\"i\":7,\"id\":\"a/0/0\",\"seed\":[\"1\",\"2\"],\"seat\":[0,1],\"end\":\"normal\"}"
        .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> GameLine.read(line)).isInstanceOf(IOException.class).hasMessageContaining("moves");
  }

  // CRC-32C of "123456789" is e3069283 (RFC 3720 and the catalogues of checksums).
  @Test
  void sealed_knownText_hasItsCrc32c() {
    LineBuffer buffer = new LineBuffer();
    buffer.writeBytes("123456789}".getBytes(StandardCharsets.UTF_8));

    assertThat(new String(buffer.sealed(), StandardCharsets.UTF_8)).isEqualTo("123456789,\"crc\":\"e3069283\"}\n");
  }

  @Test
  void isSealed_anyByteChanged_isFalse() {
    byte[] line = GameLine.write(game(twoMoves()), Told.MOVE);
    byte[] bare = Arrays.copyOf(line, line.length - 1);
    assertThat(LineBuffer.isSealed(bare, 0, bare.length)).isTrue();

    for (int i = 0; i < bare.length; i++) {
      byte[] changed = bare.clone();
      changed[i] ^= 1;
      assertThat(LineBuffer.isSealed(changed, 0, changed.length)).as("byte " + i).isFalse();
    }
  }
}
