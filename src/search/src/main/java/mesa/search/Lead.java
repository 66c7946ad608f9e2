package mesa.search;

/** The child that {@link Puct} chooses, and by how much. */
final class Lead {
  /** Where it stands among its siblings. */
  int place;
  int visits;
  /** What exploration adds to the child's mean, times 1 + its visits. */
  float bonus;
  float score;
  /** What the second best scores, or minus infinity if there is none. */
  float second;
}
