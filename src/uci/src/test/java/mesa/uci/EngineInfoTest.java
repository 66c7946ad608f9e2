package mesa.uci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mesa.core.Claim;
import mesa.core.Score;
import org.junit.jupiter.api.Test;

class EngineInfoTest {
  /** The first line comes after 100 ns, the second after 200, and so on. */
  private static EngineInfo read(String... lines) {
    EngineInfo info = EngineInfo.NONE;
    for (int i = 0; i < lines.length; i++) {
      long nanos = 100 * (i + 1);
      info = info.then(lines[i], () -> nanos);
    }
    return info;
  }

  @Test
  void then_scoreInCentipawns_isPutOnTheCommonScale() {
    EngineInfo info = read("info depth 12 seldepth 18 multipv 1 score cp 57 nodes 1234 nps 99 time 3 pv e2e4 e7e5");
    assertThat(info.nodes()).isEqualTo(1234);
    assertThat(info.value()).isEqualTo(Score.toValue(57));
  }

  @Test
  void then_mateScore_isCertain() {
    assertThat(read("info depth 5 score mate 3 nodes 9").value()).isEqualTo(1);
    assertThat(read("info depth 5 score mate -2 nodes 9").value()).isEqualTo(-1);
  }

  @Test
  void then_winDrawLossShares_goBeforeTheScore() {
    assertThat(read("info depth 9 score cp 31 wdl 300 600 100 nodes 5").value()).isCloseTo(0.2f, within(1e-6f));
  }

  @Test
  void then_depthSpeedAndShares_areClaimed() {
    assertThat(read("info depth 9 seldepth 14 score cp 31 wdl 300 600 100 nodes 5 nps 777 hashfull 3").claim())
        .isEqualTo(new Claim(9, 14, 777, 300, 600, 100));
  }

  @Test
  void then_sharesThatDoNotAddUp_areNotTaken() {
    EngineInfo info = read("info score cp 10 wdl 300 600 900");
    assertThat(info.claim()).isEqualTo(Claim.NONE);
    assertThat(info.value()).isEqualTo(Score.toValue(10));
  }

  @Test
  void then_otherLinesOfMultiPv_areSkipped() {
    EngineInfo info = read("info multipv 1 score cp 40 nodes 10", "info multipv 2 score cp -300 nodes 10");
    assertThat(info.value()).isEqualTo(Score.toValue(40));
  }

  @Test
  void then_wordsInsideAStringOrALine_areNotRead() {
    EngineInfo info = read("info score cp 10 nodes 7", "info string nodes 99 score cp 900", "info pv nodes 8");
    assertThat(info.nodes()).isEqualTo(7);
    assertThat(info.value()).isEqualTo(Score.toValue(10));
  }

  @Test
  void then_junk_isKeptAsOddAndChangesNothingElse() {
    EngineInfo info = read("info score cp 10 nodes 7", "info nodes NaN score cp 1e30 wdl x y z", "info score", "info nodes");
    assertThat(info).isEqualTo(new EngineInfo(7, Score.toValue(10), Claim.NONE, "", -1, 0, "", 0, "nodes NaN"));
  }

  @Test
  void then_mateOfABound_isNoDistance() {
    assertThat(read("info score mate 3 pv e2e4 e7e5").mate()).isEqualTo(3);
    assertThat(read("info score mate 3 lowerbound pv e2e4").mate()).isZero();
    assertThat(read("info score mate 3 pv e2e4 e7e5", "info score cp 3 pv e2e4").mainLine()).isEqualTo("e2e4");
  }

  @Test
  void then_bestLineChangesItsFirstMove_isDatedAnew() {
    EngineInfo info = read("info nodes 10 pv e2e4 e7e5", "info nodes 20 pv d2d4", "info nodes 30 pv d2d4 d7d5",
        "info nodes 40", "info multipv 2 nodes 50 pv c2c4", "info nodes 60 pv d2d4");
    assertThat(info.favourite()).isEqualTo("d2d4");
    assertThat(info.favouriteNodes()).isEqualTo(20);
    assertThat(info.favouriteNanos()).isEqualTo(200);
    assertThat(info.nodes()).isEqualTo(60);
  }
}
