package mesa.arena;

import java.util.ArrayList;
import java.util.List;
import mesa.core.Player;
import mesa.core.Position;

/** Applies the rules of adjudication to one game after another. Belongs to one referee. */
final class Adjudicator implements AutoCloseable {
  private final Adjudication rules;
  private final ScoreRuns runs;
  private List<Shadow> shadows = List.of();
  private Player solver;

  Adjudicator(Adjudication rules) {
    this.rules = rules;
    runs = new ScoreRuns(
        rules.resign() == null ? 0 : rules.resign().score(), rules.draw() == null ? 0 : rules.draw().score());
  }

  /** Begins a new game. */
  void begin() {
    runs.clear();
    shadows = List.of();
    if (rules.exact() != null) {
      solver = solver == null ? rules.exact().solver().newPlayer() : solver;
      solver.newGame(0); // What earlier games left in its memory must not decide what it can prove.
    }
  }

  /**
   * Looks at the game after a move.
   *
   * @param seat who made it
   * @param score that it thought it had, or {@link MoveLog#NO_SCORE}
   * @param position now; the game is not over
   * @param ply how many moves have been made, those of the opening counted
   * @return how the game ends, or null if it goes on
   */
  Verdict moved(int seat, int score, Position position, int ply) {
    if (rules.isNone()) {
      return null;
    }
    if (rules.draw() != null && rules.draw().resets() && position.movesWithoutProgress() == 0) {
      runs.resetLevel();
    }
    runs.add(seat, score);
    Verdict first = null;
    for (Verdict verdict : new Verdict[] {exact(position), resign(), draw(position)}) {
      if (verdict != null && rules.shadow()) {
        note(verdict, ply);
      } else if (verdict != null && first == null) {
        first = verdict;
      }
    }
    return first;
  }

  private Verdict exact(Position position) {
    if (rules.exact() == null || hasFired("exact")) {
      return null;
    }
    solver.choose(position.copy(), rules.exact().solver().budget().start(System::nanoTime));
    return rules.exact().verdict(position, solver.analysis());
  }

  private Verdict resign() {
    return rules.resign() == null ? null : rules.resign().verdict(runs);
  }

  private Verdict draw(Position position) {
    return rules.draw() == null ? null : rules.draw().verdict(runs, position.moveNumber());
  }

  private boolean hasFired(String rule) {
    return shadows.stream().anyMatch(shadow -> shadow.rule().equals(rule));
  }

  /** Keeps where a rule first would have ended the game. */
  private void note(Verdict verdict, int ply) {
    if (!hasFired(verdict.rule())) {
      shadows = shadows.isEmpty() ? new ArrayList<>() : shadows;
      shadows.add(new Shadow(verdict.rule(), ply, verdict.outcome()));
    }
  }

  /** {@return where rules would have ended this game, each once at most} */
  List<Shadow> shadows() {
    return shadows;
  }

  @Override
  public void close() {
    if (solver != null) {
      solver.close();
    }
  }
}
