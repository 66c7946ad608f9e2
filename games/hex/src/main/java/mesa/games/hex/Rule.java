package mesa.games.hex;

import java.util.function.BiConsumer;

/** The rules of the player {@code rules}, in their order: the first that names a free cell decides. */
enum Rule {
  /** Join the own edges. */
  WIN((o, cells) -> o.addWins(o.own(), cells)),

  /** Take the cell with which the other side would join its edges. */
  BLOCK((o, cells) -> o.addWins(o.other(), cells)),

  /** Where the other side has stepped into an own bridge that is needed, take the bridge's other cell. */
  MEND((o, cells) -> o.addBrokenBridges(cells)),

  /** Begin in the centre, if it is free. */
  CENTRE((o, cells) -> o.addCentre(cells)),

  /** Once bridges alone join the edges, fill them one by one. */
  FINISH((o, cells) -> {
    if (o.distances().lacking(o.own()) == 0) {
      o.addBridges(cells);
    }
  }),

  /** Take a cell on a shortest way of both sides: it helps one as much as it hinders the other. */
  CONTEST((o, cells) -> o.add(o.distances().ways(o.own(), 0), o.distances().ways(o.other(), 0), cells)),

  /** Take a cell on an own shortest way. */
  ADVANCE((o, cells) -> o.add(o.distances().ways(o.own(), 0), o.empty(), cells));

  private final BiConsumer<Outlook, long[]> finder;

  Rule(BiConsumer<Outlook, long[]> finder) {
    this.finder = finder;
  }

  /** Adds the free cells that the rule would take; none if it does not apply. */
  void find(Outlook outlook, long[] cells) {
    finder.accept(outlook, cells);
  }
}
