package mesa.search;

/** Grows a tree until the heap of this process ends, and then uses all of it. */
final class FullHeap {
  private FullHeap() {}

  /** Prints how many nodes the tree could hold. */
  public static void main(String[] none) {
    Tree tree = new Tree(1L << 33);
    int nodes = 1;
    while (tree.growFor(1, 0)) {
      nodes = tree.nodesLeft();
      tree.allot(nodes);
    }
    for (int node = 0; node < tree.size(); node++) {
      tree.set(node, 1, 1);
      tree.expand(node, 0, 0);
      tree.write(node, 1, 1);
      tree.prove(node, Verdict.of(1, 1));
    }
    tree.newGame();
    System.out.println(tree.growFor(tree.visits.length - 1, 0) ? tree.visits.length : 0);
  }
}
