package mesa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import mesa.core.Rng;
import org.junit.jupiter.api.Test;

class TranspositionTableTest {
  @Test
  void store_anyEntry_isReadBackWhole() {
    Rng rng = new Rng(1);
    for (int i = 0; i < 10_000; i++) {
      TranspositionTable table = new TranspositionTable(64);
      long key = rng.next();
      int move = (int) rng.next();
      int score = rng.below(64_001) - 32_000;
      int depth = rng.below(256);
      int bound = 1 + rng.below(3);
      boolean complete = rng.below(2) == 0;
      table.startSearch();
      int evaluation = rng.below(20_001) - 10_000;
      table.store(key, move, score, depth, bound, complete, evaluation);
      assertThat(table.evaluation(table.find(key))).isEqualTo(evaluation);
      long entry = table.probe(key);
      assertThat(TranspositionTable.move(entry)).isEqualTo(move);
      assertThat(TranspositionTable.score(entry)).isEqualTo(score);
      assertThat(TranspositionTable.depth(entry)).isEqualTo(depth);
      assertThat(TranspositionTable.bound(entry)).isEqualTo(bound);
      assertThat(TranspositionTable.isComplete(entry)).isEqualTo(complete);
    }
  }

  @Test
  void store_withoutAMove_keepsTheOneKnownBefore() {
    TranspositionTable table = new TranspositionTable(1024);
    table.store(5, 77, 1, 3, TranspositionTable.LOWER, false);
    table.store(5, TranspositionTable.NO_MOVE, -1, 4, TranspositionTable.UPPER, false);
    assertThat(TranspositionTable.move(table.probe(5))).isEqualTo(77);
    assertThat(TranspositionTable.score(table.probe(5))).isEqualTo(-1);
  }

  @Test
  void store_fullBucket_replacesTheShallowest() {
    TranspositionTable table = filled(9, 1, 2);
    store(table, 4, 0);
    assertThat(held(table, 4)).containsExactly(1, 3, 4);
    store(table, 5, 0);
    assertThat(held(table, 5)).containsExactly(1, 3, 5);
  }

  @Test
  void store_fullBucket_replacesOneOfAnEarlierSearchBeforeAnyOfThis() {
    TranspositionTable table = filled(9, 8, 7);
    table.startSearch();
    store(table, 4, 0);
    assertThat(held(table, 4)).containsExactly(1, 2, 4);
    store(table, 5, 3);
    assertThat(held(table, 5)).containsExactly(1, 4, 5);
  }

  @Test
  void store_knownPosition_takesItsOwnPlace() {
    TranspositionTable table = filled(9, 1, 2);
    store(table, 1, 0);
    assertThat(held(table, 4)).containsExactly(1, 2, 3);
    assertThat(TranspositionTable.depth(table.probe(1))).isZero();
  }

  @Test
  void touch_anyPosition_changesNothing() {
    TranspositionTable table = filled(9, 1, 2);
    table.touch(1);
    assertThat(held(table, 4)).containsExactly(1, 2, 3);
    assertThat(table.filled()).isEqualTo(1000);
  }

  /** {@return one bucket that holds the positions 1, 2 and 3, searched so deep} */
  private static TranspositionTable filled(int... depths) {
    TranspositionTable table = new TranspositionTable(64);
    for (int i = 0; i < depths.length; i++) {
      store(table, i + 1, depths[i]);
    }
    return table;
  }

  private static void store(TranspositionTable table, long hash, int depth) {
    table.store(hash, 0, 0, depth, TranspositionTable.EXACT, false);
  }

  private static List<Integer> held(TranspositionTable table, int most) {
    return IntStream.rangeClosed(1, most).filter(hash -> table.probe(hash) != TranspositionTable.NONE).boxed().toList();
  }

  @Test
  void store_moreThanTheFirstRoom_growsAndKeepsMost() {
    TranspositionTable table = new TranspositionTable(1 << 24); // Room for 786,432, and for 12,288 at first.
    Rng rng = new Rng(2);
    long[] hashes = new long[300_000];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = rng.next();
      table.store(hashes[i], i, i & 0x3fff, 5, TranspositionTable.EXACT, false, i & 0xfff);
    }
    int held = 0;
    for (int i = 0; i < hashes.length; i++) {
      long entry = table.probe(hashes[i]);
      if (entry != TranspositionTable.NONE) {
        held++;
        assertThat(TranspositionTable.move(entry)).as("move of entry %d", i).isEqualTo(i);
        assertThat(TranspositionTable.score(entry)).as("score of entry %d", i).isEqualTo(i & 0x3fff);
        assertThat(table.evaluation(table.find(hashes[i]))).as("evaluation of entry %d", i).isEqualTo(i & 0xfff);
      }
    }
    assertThat(held).isGreaterThan(250_000);
  }

  @Test
  void filled_smallTableThatMayGrow_countsWhatThereMayBe() {
    TranspositionTable table = new TranspositionTable(1 << 22);
    Rng rng = new Rng(3);
    for (int i = 0; i < 6_000; i++) { // 30 or 31 in a thousand.
      table.store(rng.next(), 0, 0, 5, TranspositionTable.EXACT, false);
    }
    assertThat(table.filled()).isBetween(25, 36);
  }

  @Test
  void clear_grownTable_forgetsAll() {
    TranspositionTable table = new TranspositionTable(1 << 22);
    for (int round = 0; round < 2; round++) {
      Rng rng = new Rng(4);
      for (int i = 0; i < 60_000; i++) {
        long hash = rng.next();
        assertThat(table.probe(hash)).as("round %d, position %d", round, i).isEqualTo(TranspositionTable.NONE);
        table.store(hash, 0, 0, 5, TranspositionTable.EXACT, false);
      }
      table.clear();
    }
  }

  @Test
  void clear_anyEntry_isForgotten() {
    TranspositionTable table = new TranspositionTable(1024);
    table.store(5, 77, 1, 3, TranspositionTable.LOWER, false);
    table.clear();
    assertThat(table.probe(5)).isEqualTo(TranspositionTable.NONE);
  }

  @Test
  void wins_throughTheTable_countFromTheEntrysOwnPosition() {
    int atPly3 = Wins.WIN - 10; // A win 10 plies from the root, 7 from ply 3.
    assertThat(Wins.toTable(atPly3, 3)).isEqualTo(Wins.WIN - 7);
    assertThat(Wins.fromTable(Wins.WIN - 7, 5)).isEqualTo(Wins.WIN - 12);
    assertThat(Wins.toTable(-atPly3, 3)).isEqualTo(7 - Wins.WIN);
    assertThat(Wins.toTable(123, 3)).isEqualTo(123);
  }
}
