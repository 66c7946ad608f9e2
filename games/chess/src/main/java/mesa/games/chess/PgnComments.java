package mesa.games.chess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The comments of a game that is being read, each with the move before it. One before the first move is put in front of
 * that move's, several on a move are joined by blanks.
 */
final class PgnComments {
  /** Up to the last move but one; null while there are none. */
  private List<String> byPly;

  private String preface;

  /** Since the last move. */
  private final List<String> latest = new ArrayList<>();

  void clear() {
    byPly = null;
    preface = "";
    latest.clear();
  }

  void add(String comment) {
    latest.add(comment);
  }

  /** Forgets what came since the last move. */
  void dropLatest() {
    latest.clear();
  }

  /** Puts what came since the last move to it; another follows. */
  void closeMove(int plies) {
    if (latest.isEmpty()) {
      return;
    }
    String comment = latestJoined();
    if (plies == 0) {
      preface = comment;
    } else {
      put(plies - 1, comment);
    }
    latest.clear();
  }

  /** Takes out what tells why the game ended: the last of several comments on the last move, or one that says {@code ending}. */
  String takeReason(int plies, String ending) {
    if (plies == 0) {
      return latestJoined();
    }
    boolean known = latest.size() == 1 && !latest.getFirst().isEmpty() && latest.getFirst().equals(ending);
    return known || latest.size() > 1 ? latest.removeLast() : "";
  }

  /** {@return a comment for each move, empty where there is none; no list at all if there is none} */
  List<String> ofMoves(int plies) {
    if (plies > 0) {
      put(plies - 1, latestJoined());
    }
    if (byPly == null) {
      return List.of();
    }
    padTo(plies);
    return Collections.unmodifiableList(byPly);
  }

  private String latestJoined() {
    if (latest.size() <= 1) {
      return latest.isEmpty() ? "" : latest.getFirst();
    }
    return latest.stream().filter(comment -> !comment.isEmpty()).collect(Collectors.joining(" "));
  }

  private void put(int ply, String comment) {
    String whole = ply > 0 || preface.isEmpty() ? comment : (preface + " " + comment).strip();
    if (!whole.isEmpty()) {
      if (byPly == null) {
        byPly = new ArrayList<>();
      }
      padTo(ply);
      byPly.add(whole);
    }
  }

  private void padTo(int size) {
    while (byPly.size() < size) {
      byPly.add("");
    }
  }
}
