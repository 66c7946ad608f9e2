package mesa.cli;

import picocli.CommandLine.Parameters;

/** The game and the two players of a command. */
final class TwoPlayers {
  @Parameters(index = "0", paramLabel = "GAME", description = "A game; ./mesa list games shows them.")
  private String game;

  @Parameters(index = "1", paramLabel = "A",
      description = "A player with its budget; ./mesa list players shows them, and the budget of each if none is given.")
  private String first;

  @Parameters(index = "2", paramLabel = "B", description = "The other player; for ./mesa iso with a range of budgets.")
  private String second;

  String game() {
    return game;
  }

  String first() {
    return first;
  }

  String second() {
    return second;
  }
}
